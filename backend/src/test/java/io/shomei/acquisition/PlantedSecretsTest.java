package io.shomei.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.shomei.account.Account;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.acquisition.Applicant.Credentials;
import io.shomei.audit.Actor;
import io.shomei.kernel.Role;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Identity;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** AT-32: what people type is nowhere afterwards, whatever was done with it. */
@ShomeiTest
class PlantedSecretsTest {
    /** Unlike anything else that there is. */
    private static final String PASSWORD = "Pl4ntedLogInSecret";

    private static final String WRONG = "Pl4ntedWrongSecret";
    private static final String PIN = "Pl4ntedPin12";
    private static final String CONFIRMATION = "Pl4ntedConf3";

    @Inject
    Fixtures given;

    @Inject
    Applicant applicant;

    @Inject
    Http http;

    @Inject
    Secrets held;

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
        Identity renewed = Applicant.imported(file, PASSWORD);

        List<String> secrets = new ArrayList<>(List.of(PASSWORD, WRONG, right.acquisitionPassword()));
        secrets.addAll(ofACorporation());
        secrets.add(accessPin());
        requireNowhere(secrets, Stream.of(old, renewed).map(Identity::key).toList(), start);
    }

    /** PIN and confirmation PIN that their owner types, and what authenticators are made of. */
    private List<String> ofACorporation() {
        Account user = given.tenant("corporation")
                .withPreset("bank-corporate")
                .withLoginId(Role.ADMINISTRATOR, "59390001", "Administrator");
        held.set(Actor.PLATFORM, user, SecretKind.PIN, PIN);
        held.set(Actor.PLATFORM, user, SecretKind.CONFIRMATION_PIN, CONFIRMATION);
        String card = held.issue(Actor.PLATFORM, user, SecretKind.GRID_CARD);
        String totp = held.issue(Actor.PLATFORM, user, SecretKind.TOTP);
        http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("loginId", "59390001", "password", PIN))
                .post("/api/v1/session")
                .then()
                .statusCode(201);
        held.check(Actor.PLATFORM, user, SecretKind.CONFIRMATION_PIN, CONFIRMATION);
        return List.of(PIN, CONFIRMATION, card, totp);
    }

    /** The PIN that opens what an officer renews, which is told once. */
    private String accessPin() throws Exception {
        Person officer = given.tenant("planted").officer("Hanako Sato");
        OwnerConnection.change("""
                update certificate set not_after = now() + interval '20 days', issued_at = least(issued_at, now() - interval '335 days')
                where tenant_id = '%s'""".formatted(officer.tenant()));
        JsonPath begun = http.as(officer)
                .contentType(ContentType.JSON)
                .post("/api/v1/own-certificate/renewal")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String pin = begun.getString("pin");
        http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("format", "P12", "secret", pin))
                .post("/api/v1/enrolments/{token}/collection", begun.getString("token"))
                .then()
                .statusCode(200);
        return pin;
    }

    private void requireNowhere(List<String> secrets, List<PrivateKey> keys, Instant start) throws Exception {
        List<String> dump = dump();
        // The search finds what is there: the account that typed them.
        assertThat(dump).anyMatch(row -> row.contains("939000001"));
        List<String> wanted = Stream.concat(
                        secrets.stream().flatMap(secret -> forms(secret.getBytes(StandardCharsets.UTF_8))),
                        keys.stream().flatMap(key -> forms(secretOf(key))))
                .toList();
        for (String form : wanted) {
            assertThat(dump).as("database").noneMatch(row -> row.contains(form));
            assertThat(log.lines()).as("log").noneMatch(line -> line.contains(form));
        }
        assertThat(log.lines()).isNotEmpty();
        for (Path written : temporaryFiles(start)) {
            String content = Files.readString(written, StandardCharsets.ISO_8859_1);
            assertThat(wanted).as(written.toString()).noneMatch(content::contains);
        }
    }

    /** As it was typed, and as it is written where octets are. */
    private static Stream<String> forms(byte[] octets) {
        return Stream.of(
                new String(octets, StandardCharsets.ISO_8859_1),
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

    /** The private exponent or scalar alone: what is around it is in every key. */
    private static byte[] secretOf(PrivateKey key) {
        BigInteger secret = switch (key) {
            case RSAPrivateKey rsa -> rsa.getPrivateExponent();
            case ECPrivateKey ec -> ec.getS();
            default -> throw new IllegalStateException(key.getAlgorithm());
        };
        byte[] octets = secret.toByteArray();
        // Long enough to be nothing else, and without the sign.
        return Arrays.copyOfRange(octets, 1, Math.min(octets.length, 31));
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
