package io.shomei.notification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Keeps mails as files that every mail program opens (RFC 5322). */
final class FileMailTransport implements MailTransport {
    private final Path directory;

    FileMailTransport(Path directory) {
        this.directory = directory;
    }

    @Override
    public void send(Mail mail, byte[] message) throws IOException {
        Files.createDirectories(directory);
        // Under its final name only when it is whole.
        Path file = directory.resolve(mail.id() + ".eml");
        Path part = directory.resolve(mail.id() + ".part");
        Files.write(part, message);
        // A mail may hold a one-time URL.
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void rest() {
        // Files are closed one by one.
    }

    @Override
    public NoticeView.State delivered() {
        return NoticeView.State.KEPT;
    }
}
