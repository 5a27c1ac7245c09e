package io.shomei.notification;

import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.mailencoder.MailEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Keeps mails as files that every mail program opens (RFC 5322). */
final class FileMailTransport implements MailTransport {
    private final Path directory;
    private final String from;

    FileMailTransport(Path directory, String from) {
        this.directory = directory;
        this.from = from;
    }

    @Override
    public void send(Mail mail) throws IOException {
        Files.createDirectories(directory);
        MailMessage message = new MailMessage(from, mail.recipient(), mail.subject(), mail.text());
        String encoded = new MailEncoder(message, "localhost", new MailConfig()).encode();
        // Under its final name only when it is whole.
        Path file = directory.resolve(mail.id() + ".eml");
        Path part = directory.resolve(mail.id() + ".part");
        Files.writeString(part, encoded);
        // A mail may hold a one-time URL.
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public NoticeView.State delivered() {
        return NoticeView.State.KEPT;
    }
}
