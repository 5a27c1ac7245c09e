package io.shomei.notification;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Hands mails to a mail server (RFC 5321). */
final class SmtpMailTransport implements MailTransport, AutoCloseable {
    private static final int TIMEOUT_SECONDS = 30;

    private final MailClient client;
    private final String from;

    SmtpMailTransport(Vertx vertx, URI server, String from) {
        this.client = MailClient.create(vertx, config(server));
        this.from = from;
    }

    @Override
    public void send(Mail mail) throws IOException {
        MailMessage message = new MailMessage(from, mail.recipient(), mail.subject(), mail.text());
        message.addHeader("Auto-Submitted", "auto-generated");
        try {
            client.sendMail(message).toCompletionStage().toCompletableFuture().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException refused) {
            Throwable cause = refused.getCause();
            throw new IOException(cause == null ? "refused" : String.valueOf(cause.getMessage()), refused);
        } catch (TimeoutException slow) {
            throw new IOException("the mail server did not answer in " + TIMEOUT_SECONDS + " seconds", slow);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while sending", stopping);
        }
    }

    @Override
    public NoticeView.State delivered() {
        return NoticeView.State.SENT;
    }

    @Override
    public void close() {
        client.close();
    }

    private static MailConfig config(URI server) {
        boolean tls = "smtps".equals(server.getScheme());
        MailConfig config = new MailConfig()
                .setHostname(server.getHost())
                .setPort(server.getPort() > 0 ? server.getPort() : tls ? 465 : 587)
                .setSsl(tls)
                .setStarttls(StartTLSOptions.OPTIONAL)
                .setLogin(LoginOption.NONE)
                .setConnectTimeout(TIMEOUT_SECONDS * 1000);
        String user = server.getRawUserInfo();
        if (user != null) {
            String[] parts = user.split(":", 2);
            config.setLogin(LoginOption.REQUIRED)
                    .setUsername(decoded(parts[0]))
                    .setPassword(parts.length > 1 ? decoded(parts[1]) : "");
        }
        return config;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
