package io.shomei.notification;

import io.quarkus.logging.Log;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Hands mails to a mail server (RFC 5321), one after the other on one connection. */
final class SmtpMailTransport implements MailTransport {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Session session;
    private final @Nullable String user;
    private final @Nullable String password;
    private @Nullable Transport connection;

    SmtpMailTransport(URI server) {
        this.session = Session.getInstance(properties(server));
        String credentials = server.getRawUserInfo();
        String[] parts = credentials == null ? new String[0] : credentials.split(":", 2);
        this.user = parts.length > 0 ? decoded(parts[0]) : null;
        this.password = parts.length > 1 ? decoded(parts[1]) : null;
    }

    @Override
    public void send(Mail mail, byte[] message) throws IOException {
        try {
            // What is sent is what was made, octet by octet: a signature covers it.
            MimeMessage made = new MimeMessage(session, new ByteArrayInputStream(message));
            connected().sendMessage(made, new Address[] {new InternetAddress(mail.recipient(), true)});
        } catch (MessagingException refused) {
            rest();
            throw new IOException(reason(refused), refused);
        }
    }

    @Override
    public void rest() {
        Transport open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException gone) {
                Log.debugf("the mail server did not say good-bye: %s", gone.getMessage());
            }
        }
    }

    @Override
    public NoticeView.State delivered() {
        return NoticeView.State.SENT;
    }

    private Transport connected() throws MessagingException {
        Transport open = connection;
        if (open == null) {
            open = session.getTransport();
            open.connect(user, password);
            connection = open;
        }
        return open;
    }

    /** The innermost cause, which says what the server said. */
    private static String reason(MessagingException refused) {
        Throwable cause = refused;
        while (cause instanceof MessagingException outer && outer.getNextException() != null) {
            cause = outer.getNextException();
        }
        return cause.getMessage() == null
                ? cause.toString()
                : cause.getMessage().strip();
    }

    private static Properties properties(URI server) {
        boolean tls = "smtps".equals(server.getScheme());
        String protocol = tls ? "smtps" : "smtp";
        String prefix = "mail." + protocol + ".";
        String patience = String.valueOf(PATIENCE.toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty(prefix + "host", server.getHost());
        properties.setProperty(
                prefix + "port", String.valueOf(server.getPort() > 0 ? server.getPort() : tls ? 465 : 587));
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "auth", String.valueOf(server.getRawUserInfo() != null));
        properties.setProperty(prefix + "connectiontimeout", patience);
        properties.setProperty(prefix + "timeout", patience);
        properties.setProperty(prefix + "writetimeout", patience);
        return properties;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
