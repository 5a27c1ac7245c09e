package io.shomei.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.testing.OwnerConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/** Looks through everything that may have been written since it began: database, log and temporary files. */
final class SecretSearch implements AutoCloseable {
    private static final List<String> LOUD = List.of("io.shomei", "io.quarkus", "io.vertx", "org.jboss.resteasy");

    private final Instant start = Instant.now().minusSeconds(1);
    private final Written log = new Written();

    /** From now on everything is logged that anybody could switch on. */
    SecretSearch() {
        Logger.getLogger("").addHandler(log);
        LOUD.forEach(name -> Logger.getLogger(name).setLevel(Level.ALL));
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(log);
        LOUD.forEach(name -> Logger.getLogger(name).setLevel(null));
    }

    /**
     * Requires that nothing of this is anywhere.
     *
     * @param known what the database does hold, by which the search is seen to find what is there
     */
    void findsNothing(Planted planted, String known) throws Exception {
        Wanted secrets = wanted(planted.secrets().stream());
        Wanted all = wanted(Stream.of(planted.secrets(), planted.tokens()).flatMap(List::stream));
        assertThat(log.lines).isNotEmpty();
        requireNone("log", List.copyOf(log.lines), secrets);
        requireNone("log of the platform", List.copyOf(log.own), all);
        List<String> dump = dump();
        assertThat(dump).as("database").anyMatch(row -> row.contains(known));
        requireNone("database", dump, all);
        for (Path written : temporaryFiles(start)) {
            String content;
            try {
                content = Files.readString(written, StandardCharsets.ISO_8859_1);
            } catch (NoSuchFileException gone) {
                continue;
            }
            requireNone("file " + written, List.of(content), isLog(content) ? secrets : all);
        }
    }

    /** Whether somebody has the log written into this file, with what the framework says of each request. */
    private static boolean isLog(String content) {
        return content.contains("[io.vertx.");
    }

    /** Says where, but not what: whoever reads of it has no use for the secret. */
    private static void requireNone(String where, List<String> contents, Wanted wanted) {
        assertThat(contents.stream().anyMatch(wanted::isIn))
                .as("something of it is in the %s", where)
                .isFalse();
    }

    private static Wanted wanted(Stream<byte[]> secrets) {
        return new Wanted(secrets.flatMap(SecretSearch::forms).toList());
    }

    /** Many texts, sought at once by how they start: the database is large, and each of them may be anywhere in it. */
    private static final class Wanted {
        private static final int START = 3;

        private final List<String> texts;
        private final BitSet starts = new BitSet();

        Wanted(List<String> texts) {
            this.texts = texts;
            texts.forEach(text -> starts.set(start(text, 0)));
        }

        boolean isIn(String content) {
            return IntStream.rangeClosed(0, content.length() - START)
                    .anyMatch(at -> starts.get(start(content, at))
                            && texts.stream().anyMatch(text -> content.startsWith(text, at)));
        }

        private static int start(String text, int at) {
            return ((text.charAt(at) * 31 + text.charAt(at + 1)) * 31 + text.charAt(at + 2)) & 0xFFFF;
        }
    }

    /** As it was typed, and as it is written where octets are. */
    private static Stream<String> forms(byte[] octets) {
        return Stream.of(
                new String(octets, StandardCharsets.ISO_8859_1),
                HexFormat.of().formatHex(octets),
                HexFormat.of().withUpperCase().formatHex(octets),
                Base64.getEncoder().withoutPadding().encodeToString(octets),
                Base64.getUrlEncoder().withoutPadding().encodeToString(octets));
    }

    /** Every row of every table. */
    private static List<String> dump() throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection connection = OwnerConnection.open();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('shomei.tenant', '*', true)");
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = 'public'"
                            + " and table_type = 'BASE TABLE'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            assertThat(tables).hasSizeGreaterThan(30);
            for (String table : tables) {
                try (ResultSet content = statement.executeQuery("select t::text from \"" + table + "\" t")) {
                    while (content.next()) {
                        rows.add(content.getString(1));
                    }
                }
            }
        }
        return rows;
    }

    /** What was written since, logs too, wherever programs put what they want to keep for a while. */
    private static List<Path> temporaryFiles(Instant since) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(Path.of(System.getProperty("java.io.tmpdir")), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (isOurs(file, attributes, since)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException notOurs) {
                // Somebody else's, or gone meanwhile.
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static boolean isOurs(Path file, BasicFileAttributes attributes, Instant since) {
        return attributes.isRegularFile()
                && attributes.lastModifiedTime().toInstant().isAfter(since)
                && Files.isReadable(file)
                && attributes.size() < 10_000_000;
    }

    /** Keeps every line of the log. */
    private static final class Written extends Handler {
        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
        private final List<String> own = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void publish(LogRecord record) {
            String message = record instanceof ExtLogRecord extended
                    ? extended.getFormattedMessage()
                    : String.valueOf(record.getMessage());
            String line = message + " " + record.getThrown();
            lines.add(line);
            if (record.getLoggerName().startsWith("io.shomei")) {
                own.add(line);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
