package io.shomei.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.account.Account;
import io.shomei.acquisition.Applicant.Credentials;
import io.shomei.kernel.Role;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Identity;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** AT-32: what people type is nowhere afterwards, whatever was done with it. */
@ShomeiTest
class PlantedSecretsTest {
    /** Unlike anything else that there is. */
    private static final String PASSWORD = "Pl4ntedLogInSecret";

    private static final String WRONG = "Pl4ntedWrongSecret";

    @Inject
    Fixtures given;

    @Inject
    Applicant applicant;

    private final Written log = new Written();
    private Level before;

    @BeforeEach
    void listen() {
        before = Logger.getLogger("").getLevel();
        Logger.getLogger("").addHandler(log);
        // Everything that anybody could switch on.
        Logger.getLogger("io.shomei").setLevel(Level.ALL);
        Logger.getLogger("io.quarkus").setLevel(Level.ALL);
        Logger.getLogger("io.vertx").setLevel(Level.ALL);
        Logger.getLogger("org.jboss.resteasy").setLevel(Level.ALL);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger("").removeHandler(log);
        for (String name : List.of("io.shomei", "io.quarkus", "io.vertx", "org.jboss.resteasy")) {
            Logger.getLogger(name).setLevel(null);
        }
        Logger.getLogger("").setLevel(before);
    }

    @Test
    void at32WhatWasTypedIsNowhere() throws Exception {
        Instant start = Instant.now().minusSeconds(1);
        Account account = given.tenant("bank").withPreset("bank-fx").withLoginId(Role.USER, "939000001", "One");
        Credentials right = applicant.given(account, PASSWORD);
        applicant.acquire(right.loginId(), WRONG, right.acquisitionPassword());
        Identity old = applicant.acquired(right);
        applicant.ends(account, Instant.now().plus(Duration.ofDays(20)));
        assertThat(applicant.renew(old, WRONG, "page").statusCode()).isEqualTo(401);
        byte[] file = applicant
                .renew(old, PASSWORD, "page")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        // The same again, out of escrow.
        applicant.renew(old, PASSWORD, "page").then().statusCode(200);
        X509Certificate renewed = Applicant.imported(file, PASSWORD).certificate();
        assertThat(renewed.getSerialNumber()).isNotNull();

        List<String> secrets = List.of(PASSWORD, WRONG, right.acquisitionPassword());
        List<String> dump = dump();
        // The search finds what is there: the account that typed them.
        assertThat(dump).anyMatch(row -> row.contains("939000001"));
        for (String secret : secrets) {
            for (String form : forms(secret)) {
                assertThat(dump).as("database").noneMatch(row -> row.contains(form));
                assertThat(log.lines()).as("log").noneMatch(line -> line.contains(form));
            }
        }
        assertThat(log.lines()).isNotEmpty();
        for (Path written : temporaryFiles(start)) {
            String content = Files.readString(written, StandardCharsets.ISO_8859_1);
            for (String secret : secrets) {
                assertThat(forms(secret)).as(written.toString()).noneMatch(content::contains);
            }
        }
    }

    /** As it was typed, and as it is written where octets are. */
    private static List<String> forms(String secret) {
        byte[] octets = secret.getBytes(StandardCharsets.UTF_8);
        return List.of(
                secret,
                HexFormat.of().formatHex(octets),
                HexFormat.of().withUpperCase().formatHex(octets),
                Base64.getEncoder().withoutPadding().encodeToString(octets));
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

    /** What was written since, where programs put what they want to keep for a while. */
    private static List<Path> temporaryFiles(Instant since) throws IOException {
        Path directory = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> files = Files.find(directory, 1, (file, attributes) -> isOurs(file, attributes, since))) {
            return files.toList();
        }
    }

    private static boolean isOurs(Path file, BasicFileAttributes attributes, Instant since) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return attributes.isRegularFile()
                && attributes.lastModifiedTime().toInstant().isAfter(since)
                && Files.isReadable(file)
                && attributes.size() < 10_000_000
                && !name.endsWith(".log")
                && !name.endsWith(".out");
    }

    /** Keeps every line of the log. */
    private static final class Written extends Handler {
        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void publish(LogRecord record) {
            String message = record instanceof ExtLogRecord extended
                    ? extended.getFormattedMessage()
                    : String.valueOf(record.getMessage());
            lines.add(message + " " + record.getThrown());
        }

        List<String> lines() {
            return List.copyOf(lines);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
