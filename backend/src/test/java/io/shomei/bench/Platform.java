package io.shomei.bench;

import io.shomei.testing.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** The packaged platform as a process of our own, with a data directory of its own, that may be started again on it. */
public final class Platform {
    private final Path application;
    private final Path data;
    private final int[] ports;

    /**
     * @param application {@code quarkus-run.jar}
     */
    public Platform(Path application, Path data) throws IOException {
        this.application = application;
        this.data = data;
        this.ports = new int[] {FreePorts.next(), FreePorts.next(), FreePorts.next()};
    }

    /** Returns when it is ready. */
    public Process start(String heap, Map<String, String> settings) throws IOException, InterruptedException {
        Path log = data.resolve("server.log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@backend/jvm.options",
                        "-Xmx" + heap,
                        "-jar",
                        application.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("SHOMEI_DATA_DIR", data.toString());
        builder.environment().put("SHOMEI_PORTAL_PORT", String.valueOf(ports[0]));
        builder.environment().put("SHOMEI_CERT_PORT", String.valueOf(ports[1]));
        builder.environment().put("SHOMEI_HTTP_PORT", String.valueOf(ports[2]));
        // One account and one address ask as fast as the machine lets them.
        builder.environment().put("RATE_LIMIT_REQUESTS_PER_MINUTE", "100000000");
        builder.environment().put("RATE_LIMIT_ANONYMOUS_PER_MINUTE", "100000000");
        builder.environment().putAll(settings);
        Process process = builder.start();
        for (int i = 0; i < 1_200; i++) {
            if (Files.exists(log) && Files.readString(log).contains("Shomei is ready")) {
                return process;
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(100);
        }
        process.destroyForcibly();
        throw new IllegalStateException("the platform did not start: " + Files.readString(log));
    }

    public Path data() {
        return data;
    }

    String portal() {
        return "https://localhost:" + ports[0];
    }

    public String cert() {
        return "https://localhost:" + ports[1];
    }

    public String http() {
        return "http://localhost:" + ports[2];
    }

    /** Its embedded database, as the role that owns it. */
    Connection database() throws IOException, SQLException {
        String port =
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/shomei?user=shomei");
    }

    /** Removes everything it had, after its end. */
    void remove() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
