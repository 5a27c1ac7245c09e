package io.shomei.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files only the service's own account may read. */
final class KeyFiles {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private KeyFiles() {}

    static void makeDirectory(Path directory) {
        try {
            Files.createDirectories(directory, OWNER_DIRECTORY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the file whole or not at all, and never over another one: two processes that start together agree on the first.
     *
     * @return whether this call wrote it
     */
    static boolean create(Path file, byte[] contents) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalStateException("not a file name: " + file);
        }
        try {
            Path temporary = Files.createTempFile(parent, ".", ".new", OWNER_FILE);
            try {
                Files.write(temporary, contents, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
                // A link fails where the name exists already; a move would replace it.
                Files.createLink(file, temporary);
                return true;
            } catch (FileAlreadyExistsException e) {
                return false;
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does this while no other thread or process does what it guards by the same file, which is left there. */
    static void exclusively(Path file, Runnable work) {
        synchronized (KeyFiles.class) {
            try (FileChannel channel = FileChannel.open(
                            file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OWNER_FILE);
                    FileLock _ = channel.lock()) {
                work.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
