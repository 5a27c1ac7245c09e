package io.shomei.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is served as those of the pages are, and that takes a while to arrive. */
@Singleton
class LargeFiles {
    static final String ADDRESS = "/assets/large/file.bin";
    private static final long OCTETS = 32L << 20;

    private final Path directory = Path.of("target", "large-files").toAbsolutePath();

    void install(@Observes Router router) {
        try {
            Files.createDirectories(directory);
            try (RandomAccessFile file =
                    new RandomAccessFile(directory.resolve("file.bin").toFile(), "rw")) {
                file.setLength(OCTETS);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        router.route("/assets/large/*")
                .order(Integer.MIN_VALUE + 10)
                .handler(StaticHandler.create(FileSystemAccess.ROOT, directory.toString()));
    }
}
