package io.shomei.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** A real mail server at the address the application sends to. It can be closed, as mail servers are at times. */
public final class Mailbox {
    private static final Pattern URL = Pattern.compile("https://\\S+/(?:collect|lots)/(\\S+)");
    private static GreenMail server;

    private Mailbox() {}

    /** A mail as its recipient reads it. */
    public record Received(String recipient, String subject, String text, MimeMessage message) {

        /** The secret part of the one-time URL in it. */
        public String token() {
            Matcher matcher = URL.matcher(text);
            if (!matcher.find()) {
                throw new AssertionError("there is no URL in " + text);
            }
            return matcher.group(1);
        }
    }

    /** Begins to take mails; those that came before stay. */
    public static synchronized void open() {
        if (server == null) {
            URI address = URI.create(ConfigProvider.getConfig().getValue("notification.smtp-url", String.class));
            server = new GreenMail(new ServerSetup(address.getPort(), "localhost", ServerSetup.PROTOCOL_SMTP));
            server.start();
        }
    }

    /** Takes no more mails. */
    public static synchronized void close() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    /** All mails to somebody so far. */
    public static synchronized List<Received> to(String recipient) {
        open();
        return Stream.of(server.getReceivedMessages())
                .map(Mailbox::read)
                .filter(mail -> mail.recipient().equals(recipient))
                .toList();
    }

    /** Waits for a mail to somebody whose subject holds these words. */
    public static Received await(String recipient, String words) {
        return Eventually.present(
                "a mail to " + recipient + " about " + words,
                () -> to(recipient).stream()
                        .filter(mail -> mail.subject().contains(words))
                        .findFirst());
    }

    private static Received read(MimeMessage message) {
        try {
            return new Received(
                    message.getRecipients(Message.RecipientType.TO)[0].toString(),
                    message.getSubject(),
                    text(message.getContent()),
                    message);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The text, also where files or a signature lie beside it. */
    private static String text(Object content) throws MessagingException, IOException {
        return content instanceof MimeMultipart parts
                ? text(parts.getBodyPart(0).getContent())
                : String.valueOf(content);
    }
}
