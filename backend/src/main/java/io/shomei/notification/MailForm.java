package io.shomei.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.StreamProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.eclipse.angus.mail.util.MailStreamProvider;

/**
 * Puts mails into the form that mail programs read (RFC 5322, RFC 2045), with a signature where the policy wants one (multipart/signed,
 * RFC 8551 3.5.3). Nothing in a mail is longer than a line may be or beyond seven bits, so no server on the way has to change it, which
 * would break the signature.
 */
@ApplicationScoped
class MailForm {
    private static final String EOL = "\r\n";
    /** RFC 5322 3.3. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    /** RFC 5322 2.1.1. */
    private static final int LONGEST_LINE = 998;

    static {
        // Otherwise each encoding of each mail looks through all libraries for who encodes.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final InternetAddress from;
    private final MailSigner signer;
    private final InstantSource clock;

    MailForm(NotificationConfig config, MailSigner signer, InstantSource clock) {
        this.from = address(config.from());
        this.signer = signer;
        this.clock = clock;
    }

    /** The whole message, ready for a mail server or a file. */
    byte[] write(Mail mail) throws IOException {
        byte[] body = body(mail);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(ascii(head(mail)));
        message.write(mail.signed() ? signed(mail, body) : body);
        return message.toByteArray();
    }

    /** The header fields that do not tell of the body. */
    private String head(Mail mail) throws IOException {
        return "Date: " + DATE.format(clock.instant()) + EOL
                + "From: " + from + EOL
                + "To: " + recipient(mail) + EOL
                + "Message-ID: <" + mail.id() + "@" + host() + ">" + EOL
                + "Subject: " + subject(mail) + EOL
                // RFC 3834: nobody is to answer by machine.
                + "Auto-Submitted: auto-generated" + EOL
                + "MIME-Version: 1.0" + EOL;
    }

    private static String subject(Mail mail) throws IOException {
        return MimeUtility.fold(
                "Subject: ".length(),
                MimeUtility.encodeText(mail.subject(), mail.charset().name(), "B"));
    }

    /** One address and nothing else: a line end in it would begin another header field. */
    private static InternetAddress recipient(Mail mail) throws IOException {
        try {
            return new InternetAddress(mail.recipient(), true);
        } catch (AddressException nonsense) {
            throw new IOException("not a mail address: " + nonsense.getMessage(), nonsense);
        }
    }

    /** The text, with the files that go with it, as a MIME entity (RFC 2046 5.1.3). */
    private static byte[] body(Mail mail) throws IOException {
        byte[] text = text(mail);
        if (mail.attachments().isEmpty()) {
            return text;
        }
        String boundary = "=_files_" + mail.id();
        ByteArrayOutputStream entity = new ByteArrayOutputStream();
        entity.write(ascii("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"" + EOL + EOL));
        entity.write(ascii("--" + boundary + EOL));
        entity.write(text);
        for (Attachment attachment : mail.attachments()) {
            entity.write(ascii(EOL + "--" + boundary + EOL
                    + "Content-Type: " + attachment.mediaType() + EOL
                    + "Content-Transfer-Encoding: base64" + EOL
                    + "Content-Disposition: attachment; filename=\"" + attachment.fileName() + "\"" + EOL + EOL));
            entity.write(encoded(attachment.content(), "base64"));
        }
        entity.write(ascii(EOL + "--" + boundary + "--" + EOL));
        return entity.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The text as a MIME entity. */
    private static byte[] text(Mail mail) throws IOException {
        byte[] body = mail.text().replace("\n", EOL).getBytes(mail.charset());
        boolean asItIs = travelsAsItIs(body);
        // Addresses stay legible, for people and for programs that look for a one-time URL in a kept mail.
        String head = "Content-Type: text/plain; charset=" + mail.charset().name() + EOL + "Content-Transfer-Encoding: "
                + (asItIs ? "7bit" : "quoted-printable") + EOL + EOL;
        ByteArrayOutputStream entity = new ByteArrayOutputStream();
        entity.write(ascii(head));
        entity.write(asItIs ? body : encoded(body, "quoted-printable"));
        return entity.toByteArray();
    }

    /**
     * Whether no server on its way has a reason to change it (RFC 8551 3.1.3): seven bits, no long line, none that mailboxes or gateways
     * rewrite.
     */
    static boolean travelsAsItIs(byte[] body) {
        String octets = new String(body, StandardCharsets.ISO_8859_1);
        return octets.chars().allMatch(octet -> octet > 0 && octet < 0x80)
                && octets.lines()
                        .noneMatch(
                                line -> line.length() > LONGEST_LINE || line.startsWith("From ") || line.endsWith(" "));
    }

    private byte[] signed(Mail mail, byte[] entity) throws IOException {
        String boundary = "=_" + mail.id();
        String start = "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\";" + EOL
                + " micalg=sha-256; boundary=\"" + boundary + "\"" + EOL + EOL
                + "--" + boundary + EOL;
        // The line end before a boundary belongs to the boundary (RFC 2046 5.1.1), not to what is signed.
        String middle = EOL + "--" + boundary + EOL
                + "Content-Type: application/pkcs7-signature; name=\"smime.p7s\"" + EOL
                + "Content-Transfer-Encoding: base64" + EOL
                + "Content-Disposition: attachment; filename=\"smime.p7s\"" + EOL + EOL;
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        parts.write(ascii(start));
        parts.write(entity);
        parts.write(ascii(middle));
        parts.write(encoded(signer.sign(from.getAddress(), entity), "base64"));
        parts.write((EOL + "--" + boundary + "--" + EOL).getBytes(StandardCharsets.US_ASCII));
        return parts.toByteArray();
    }

    private static byte[] encoded(byte[] body, String encoding) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream encoder = MimeUtility.encode(out, encoding)) {
            encoder.write(body);
        } catch (MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
        if (encoding.equals("base64")) {
            out.write(ascii(EOL));
        }
        return out.toByteArray();
    }

    private String host() {
        String address = from.getAddress();
        return address.substring(address.indexOf('@') + 1);
    }

    private static InternetAddress address(String text) {
        try {
            InternetAddress parsed = new InternetAddress(text, true);
            if (parsed.getPersonal() != null) {
                parsed.setPersonal(parsed.getPersonal(), StandardCharsets.UTF_8.name());
            }
            return parsed;
        } catch (AddressException | IOException nonsense) {
            throw new IllegalStateException("notification.from is not a mail address: " + text, nonsense);
        }
    }
}
