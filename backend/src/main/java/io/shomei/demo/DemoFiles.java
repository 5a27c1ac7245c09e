package io.shomei.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The demonstration's directory: readable by whoever runs the platform, and by nobody else. */
@ApplicationScoped
class DemoFiles {
    private final Path directory;
    private final ObjectMapper json;

    DemoFiles(DemoConfig config, ObjectMapper json) {
        this.directory = config.directory();
        this.json = json;
    }

    void write(String name, byte[] content) {
        try {
            Files.createDirectories(directory);
            Path file = directory.resolve(name);
            Files.write(file, content);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void writeJson(String name, Object content) {
        try {
            write(name, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
