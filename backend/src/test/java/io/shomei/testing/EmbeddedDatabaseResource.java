package io.shomei.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.shomei.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the application needs around it: PostgreSQL, directories of its own, and ports that are free. */
public final class EmbeddedDatabaseResource implements QuarkusTestResourceLifecycleManager {
    /** Unpacked once, not at every run. */
    private static final Path BINARIES = Path.of("target", "postgres-binaries").toAbsolutePath();

    private Path directory;
    private EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory("shomei-test");
            database = EmbeddedDatabase.start(directory.resolve("postgres"), BINARIES, false);
            int http = FreePorts.next();
            Map<String, String> settings = new HashMap<>(database.address().settings());
            settings.putAll(Map.ofEntries(
                    Map.entry("keys.directory", directory.resolve("keys").toString()),
                    Map.entry(
                            "notification.directory", directory.resolve("mail").toString()),
                    Map.entry("demo.directory", directory.resolve("demo").toString()),
                    Map.entry("authority.hierarchy", Lines.write(directory).toString()),
                    Map.entry("demo.enabled", "false"),
                    // Tests set the clock, and want to know soon what was counted.
                    Map.entry("clock.settling", "PT0.2S"),
                    Map.entry("clock.interval", "PT1S"),
                    Map.entry("timestamp.usage-interval", "PT0.2S"),
                    Map.entry("web.portal-port", "0"),
                    Map.entry("web.cert-port", "0"),
                    // Certificates name this address, so it must be known before the application starts.
                    Map.entry("quarkus.http.test-port", String.valueOf(http)),
                    Map.entry("web.http-url", "http://localhost:" + http),
                    Map.entry("webhook.allowed-networks", "127.0.0.0/8,::1/128"),
                    Map.entry(
                            "webhook.trusted-certificates",
                            HookReceiver.certificate(directory).toString()),
                    Map.entry("notification.smtp-url", "smtp://localhost:" + FreePorts.next())));
            return settings;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void stop() {
        try {
            if (database != null) {
                database.close();
            }
            if (directory != null) {
                try (Stream<Path> files = Files.walk(directory)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
