package io.shomei.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * A PostgreSQL server of our own, with its data in a directory that survives restarts, also after a kill: a server that
 * outlived its application is stopped first. One role owns the database and migrates it, another one works in it; neither is a
 * superuser.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String NAME = "shomei";
    private static final String OWNER = "shomei";
    private static final String APPLICATION = "shomei_app";

    private final EmbeddedPostgres server;
    private final FileLock lock;

    private EmbeddedDatabase(EmbeddedPostgres server, FileLock lock) {
        this.server = server;
        this.lock = lock;
    }

    /**
     * @param data the data directory; made when it is missing
     * @param binaries where the server's programs are unpacked to
     * @param durable false only for tests, which keep nothing
     * @throws IllegalStateException when the directory is in use by another process
     */
    public static EmbeddedDatabase start(Path data, Path binaries, boolean durable) throws IOException, SQLException {
        Files.createDirectories(binaries);
        Files.createDirectories(data.toAbsolutePath().getParent());
        FileLock lock = lock(data);
        OrphanedServer.stop(data);
        String on = durable ? "on" : "off";
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setCleanDataDirectory(false)
                .setPort(0)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", on)
                .setServerConfig("synchronous_commit", on)
                .setServerConfig("full_page_writes", on)
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("checkpoint_timeout", "15min")
                .setServerConfig("jit", "off")
                // Plans made while a table was nearly empty join each with each; they last until its first statistics.
                .setServerConfig("autovacuum_naptime", "10s")
                // Ours: the server is stopped after the application, not beside it.
                .setRegisterShutdownHook(false)
                .start();
        prepare(server);
        return new EmbeddedDatabase(server, lock);
    }

    /** How it is reached. It asks nobody on this machine for a password. */
    public DatabaseAddress address() {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + NAME + "?reWriteBatchedInserts=true",
                new DatabaseAddress.Login(APPLICATION, ""),
                new DatabaseAddress.Login(OWNER, ""));
    }

    @Override
    public void close() throws IOException {
        server.close();
        lock.channel().close();
    }

    /** Ends with the process, however it ends. */
    private static FileLock lock(Path data) throws IOException {
        Path file = data.resolveSibling(data.getFileName() + ".lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IllegalStateException(
                    "Another Shomei is running on " + data + ". Stop it, or choose another data directory.");
        }
        return lock;
    }

    private static void prepare(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String role : List.of(OWNER, APPLICATION)) {
                if (!exists(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
                    statement.execute("create role " + role + " login nosuperuser");
                }
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + OWNER);
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
