package io.shomei.audit.seal;

import static io.shomei.testing.Interoperability.accepted;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.audit.seal.verify.AuditVerify;
import io.shomei.authority.Authorities;
import io.shomei.database.TenantScope;
import io.shomei.jobs.RecurringJob;
import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import io.shomei.pki.Tool;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history is sealed, and whoever changes it is found out by somebody who has nothing but a public key. */
@ShomeiTest
class SealTest {
    private static final int SIGNED_LINES = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    AuditLog log;

    @Inject
    Sealer sealer;

    @Inject
    SealRepository seals;

    /** Removes what the policies keep no longer, once a day. */
    @Inject
    @All
    List<RecurringJob> jobs;

    @Inject
    Authorities authorities;

    @Inject
    TenantScope scope;

    @Inject
    TestClock clock;

    @TempDir
    Path directory;

    private Fixtures.Organisation tenant;
    private Person sato;
    private Person desk;
    private Path root;

    @BeforeEach
    void anOfficer() throws IOException {
        tenant = given.tenant("seal").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
        desk = given.operator("Service Desk");
        root = directory.resolve("root.pem");
        Files.writeString(
                root, authorities.find("root").orElseThrow().certificate().pem());
    }

    // One event.

    @Test
    void anEventIsProvenToBeInTheSealedHistory() {
        happened("one", "証明書 <β> \"quoted\"");
        String id = newest(sato).getString("items[0].id");
        JsonPath proof = proof(sato, id);
        byte[] text = proof.getString("text").getBytes(UTF_8);
        assertThat(proof.getString("text")).contains("\"id\":\"" + id + "\"", "証明書 <β> \\\"quoted\\\"");
        List<byte[]> path = proof.getList("path", String.class).stream()
                .map(hash -> Base64.getDecoder().decode(hash))
                .toList();
        byte[] reached = Rfc6962.root(text, proof.getLong("position"), proof.getLong("seal.size"), path);
        assertThat(Base64.getEncoder().encodeToString(reached)).isEqualTo(proof.getString("seal.root"));
        assertThat(proof.getString("seal.text"))
                .contains("size " + proof.getLong("seal.size"), "root " + proof.getString("seal.root"));
        assertThat(proof(desk, id).getLong("position")).isEqualTo(proof.getLong("position"));
    }

    @Test
    void onlyWhoMayReadAnEventGetsItsProof() {
        happened("one");
        String id = newest(sato).getString("items[0].id");
        Person stranger = given.tenant("other").officer("Ichiro Suzuki");
        Refusals.unknown(stranger, http, id, (request, each) -> request.get("/api/v1/audit-events/{id}/proof", each));
        Person user = tenant.user("Taro Yamada");
        Refusals.needs(http, user, request -> request.get("/api/v1/audit-events/{id}/proof", id));
        Refusals.needs(http, user, request -> request.get("/api/v1/audit-seals"));
        Refusals.needs(http, user, request -> request.get("/api/v1/audit-events/export.txt"));
    }

    // Seals.

    @Test
    void everySealIsSignedAndTimeStampedAsOthersUnderstandIt() throws Exception {
        happened("one");
        sealer.seal();
        JsonPath seal = http.as(sato)
                .queryParam("limit", 1)
                .get("/api/v1/audit-seals")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        write("text", seal.getString("items[0].text").getBytes(UTF_8));
        write("signature", Base64.getDecoder().decode(seal.getString("items[0].signature")));
        write("token", Base64.getDecoder().decode(seal.getString("items[0].timeStamp")));
        List<String> certificates = seal.getList("items[0].certificates");
        write("signer.pem", certificates.getFirst().getBytes(UTF_8));
        write("above.pem", String.join("", certificates).getBytes(UTF_8));
        write(
                "key.pem",
                Tool.ok(directory, "openssl", "x509", "-in", "signer.pem", "-noout", "-pubkey")
                        .getBytes(UTF_8));
        Tool.ok(directory, "openssl", "verify", "-CAfile", "root.pem", "-untrusted", "above.pem", "signer.pem");
        Tool.ok(directory, "openssl", "dgst", "-sha256", "-verify", "key.pem", "-signature", "signature", "text");
        accepted("Seal of the history", "OpenSSL", "openssl dgst -sha256 -verify … -signature …");
        Tool.ok(
                directory,
                "openssl",
                "ts",
                "-verify",
                "-data",
                "text",
                "-in",
                "token",
                "-token_in",
                "-CAfile",
                "root.pem");
        accepted("Time stamp of a seal", "OpenSSL", "openssl ts -verify -token_in …");
    }

    @Test
    void nothingIsSignedWhenNothingHappened() {
        happened("one");
        sealer.seal();
        sealer.seal();
        long size = sealed();
        sealer.seal();
        assertThat(sealed()).isEqualTo(size);
    }

    @Test
    void ofOlderDaysTheLastSealStays() {
        happened("one");
        sealer.seal();
        happened("two");
        sealer.seal();
        long last = sealed();
        clock.advance(Duration.ofDays(9));
        happened("three");
        sealer.seal();
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> scope.untenanted().list("""
                                select size from audit_seal where size between ? and ? order by size""", row -> row.getLong(1), last - 1, last)))
                .containsExactly(last);
    }

    @Test
    void everyEventBecomesOneLeafHoweverManyWriteAndSeal() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < 6; thread++) {
                String name = "thread " + thread;
                all.add(threads.submit(() -> {
                    for (int i = 0; i < 40; i++) {
                        happened(name);
                    }
                }));
            }
            for (int i = 0; i < 3; i++) {
                all.add(threads.submit(sealer::seal));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        AuditVerify.Result result = AuditVerify.verify(export(sato, Map.of("operation", "policy.change")), root);
        assertThat(result.words()).startsWith("GENUINE: 240 events as they were sealed");
        assertThat(result.genuine()).isTrue();
    }

    @Test
    void theDatabaseRefusesToChangeLeaves() {
        for (String statement : List.of("update audit_leaf set position = position + 1", "delete from audit_leaf")) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() -> scope.acrossTenants().update(statement)))
                    .rootCause()
                    .hasMessageContaining("the audit is append-only");
        }
    }

    // Retention.

    @Test
    void whatThePolicyKeepsNoLongerGoesAndTheRestStaysProvable() throws Exception {
        happened("new");
        Instant longAgo = Instant.now().minus(Duration.ofDays(4_000));
        for (String target : List.of("old", "older")) {
            QuarkusTransaction.requiringNew()
                    .run(() -> scope.in(tenant.id()).update("""
                            with added as (
                                insert into audit_event (tenant_id, id, at, operation, outcome, target)
                                values (?, ?, ?, 'policy.change', 'SUCCESS', ?) returning tenant_id, id)
                            insert into audit_unsealed (tenant_id, id) select tenant_id, id from added""", tenant.id().value(), old(longAgo), longAgo, target));
        }
        sealer.seal();
        assertThat(Files.readString(export(sato, Map.of()))).contains("\"target\":\"old\"");

        jobs.stream().filter(job -> job.name().equals("audit-retention")).forEach(RecurringJob::run);
        assertThat(newest(sato).getList("items.target")).containsExactly("new");
        Path export = export(sato, Map.of());
        assertThat(Files.readString(export))
                .doesNotContain("\"target\":\"old")
                .contains("\"target\":\"new\"", "\"operation\":\"audit.expire\"", "\"events\":\"2\"");
        assertThat(AuditVerify.verify(export, root).genuine()).isTrue();
    }

    private static UUID old(Instant moment) {
        UUID first = Ids.first(moment);
        return new UUID(first.getMostSignificantBits(), first.getLeastSignificantBits() | RANDOM.nextLong() >>> 2);
    }

    // Exports.

    @Test
    void anExportOfEverythingIsGenuine() throws Exception {
        happened("one");
        Path export = export(desk, Map.of());
        AuditVerify.Result result = AuditVerify.verify(export, root);
        assertThat(result.words()).startsWith("GENUINE");
        assertThat(result.genuine()).isTrue();
        assertThat(Files.readString(export))
                .contains(
                        "\"operation\":\"audit.export\"",
                        "\"target\":\"one\"",
                        tenant.id().toString(),
                        TenantId.PLATFORM.toString());
    }

    @Test
    void aTenantsExportHidesWhatIsNotTheTenants() throws Exception {
        happened("mine");
        Person stranger = given.tenant("other").officer("Ichiro Suzuki");
        Path export = export(stranger, Map.of());
        assertThat(Files.readString(export)).doesNotContain("mine").contains("hidden ");
        assertThat(AuditVerify.verify(export, root).genuine()).isTrue();
    }

    @Test
    void anExportOfWhatWasAskedForIsGenuine() throws Exception {
        happened("one");
        happened("two");
        happened("three");
        Path export = export(sato, Map.of("q", "two", "outcome", "SUCCESS"));
        assertThat(Files.readString(export)).contains("\"target\":\"two\"").doesNotContain("\"target\":\"one\"");
        assertThat(AuditVerify.verify(export, root).words()).startsWith("GENUINE: 1 events");
        Refusals.is(
                http.as(sato).queryParam("from", "now").get("/api/v1/audit-events/export.txt"),
                400,
                "malformed-request");
    }

    @Test
    void theSignersCertificateOrItsKeyAloneWillDo() throws Exception {
        happened("one");
        Path export = export(sato, Map.of());
        String certificate = http.as(sato)
                .queryParam("limit", 1)
                .get("/api/v1/audit-seals")
                .jsonPath()
                .getString("items[0].certificates[0]");
        Path signer = write("signer.pem", certificate.getBytes(UTF_8));
        Path key = write(
                "key.pem",
                Tool.ok(directory, "openssl", "x509", "-in", "signer.pem", "-noout", "-pubkey")
                        .getBytes(UTF_8));
        assertThat(AuditVerify.verify(export, signer).genuine()).isTrue();
        assertThat(AuditVerify.verify(export, key).genuine()).isTrue();
        Path other = directory.resolve("other.pem");
        Files.writeString(
                other,
                authorities.find("server-p256").orElseThrow().certificate().pem());
        assertThat(AuditVerify.verify(export, other).words()).contains("not certified by the one you trust");
    }

    /** The authority above the sealing certificate certifies officers, too, whose keys can sign anything. */
    @Test
    void aCertificateToLogInWithSealsNothing() throws Exception {
        happened("one");
        List<String> lines = Files.readAllLines(export(sato, Map.of()));
        String text = String.join("\n", lines.subList(0, 5)) + "\n";
        PrivateKey key = sato.identity().key();
        Signature signature =
                Signature.getInstance(key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
        signature.initSign(key);
        signature.update(text.getBytes(UTF_8));
        Base64.Encoder base64 = Base64.getEncoder();
        String forged = text
                + "signature " + base64.encodeToString(signature.sign()) + "\n"
                + "certificate "
                + base64.encodeToString(sato.identity().certificate().getEncoded()) + "\n"
                + "certificate "
                + base64.encodeToString(authorities
                        .find("operations")
                        .orElseThrow()
                        .certificate()
                        .encoded())
                + "\n"
                + String.join("\n", lines.subList(lines.indexOf(""), lines.size())) + "\n";
        assertThat(AuditVerify.verify(write("forged.txt", forged.getBytes(UTF_8)), root)
                        .words())
                .isEqualTo("NOT GENUINE: the certificate of the key that signed it is not one for sealing");
    }

    /** The page for auditors says so. */
    @Test
    void theOneFileAndAJdkAreEnough() throws Exception {
        happened("one");
        export(sato, Map.of());
        String java = Tool.ofTheJdk("java");
        String source = Path.of("src/main/java/io/shomei/audit/seal/verify/AuditVerify.java")
                .toAbsolutePath()
                .toString();
        assertThat(Tool.ok(directory, java, source, "export.txt", "root.pem")).contains("GENUINE:");
        assertThat(Tool.run(directory, java, source, "export.txt").exitCode()).isEqualTo(2);
        assertThat(Tool.run(directory, java, source, "root.pem", "root.pem").exitCode())
                .isEqualTo(1);
    }

    @Test
    void aFlippedBitARemovedAndAnInsertedEventAreFound() throws Exception {
        for (String target : List.of("one", "two", "three", "four")) {
            happened(target);
        }
        List<String> lines = Files.readAllLines(export(sato, Map.of()));
        int first = 0;
        while (!lines.get(first).startsWith("event ")) {
            first++;
        }
        int event = first;

        List<String> flipped = new ArrayList<>(lines);
        flipped.set(event, flipped.get(event).replaceFirst("SUCCESS", "SUCCESs"));
        wrong(flipped, "changed, removed or put in");

        List<String> removed = new ArrayList<>(lines);
        removed.remove(event);
        wrong(removed, "");

        List<String> inserted = new ArrayList<>(lines);
        inserted.add(event, inserted.get(event));
        wrong(inserted, "");

        List<String> swapped = new ArrayList<>(lines);
        swapped.set(event, lines.get(event + 1));
        swapped.set(event + 1, lines.get(event));
        wrong(swapped, "");

        for (int line = 0; line < SIGNED_LINES; line++) {
            List<String> resealed = new ArrayList<>(lines);
            resealed.set(line, resealed.get(line).replaceFirst("[0-9]", "7").replaceFirst("root .", "root +"));
            if (!resealed.equals(lines)) {
                wrong(resealed, "");
            }
        }
        wrong(lines.subList(0, lines.size() - 1), "");
        wrong(lines.subList(0, SIGNED_LINES), "ends too early");
        wrong(List.of("something else"), "");
    }

    private void wrong(List<String> lines, String words) throws IOException {
        Path file = write("changed.txt", (String.join("\n", lines) + "\n").getBytes(UTF_8));
        AuditVerify.Result result = AuditVerify.verify(file, root);
        assertThat(result.words()).startsWith("NOT GENUINE").contains(words);
        assertThat(result.genuine()).isFalse();
    }

    private void happened(String target) {
        happened(target, target);
    }

    private void happened(String target, String fact) {
        log.appendNow(AuditEntry.done(tenant.id(), AuditOperation.POLICY_CHANGE, Actor.PLATFORM)
                .on(target, null)
                .with(Map.of("fact", fact)));
    }

    private long sealed() {
        return QuarkusTransaction.requiringNew()
                .call(() -> seals.newest().orElseThrow().head().size());
    }

    private JsonPath newest(Person person) {
        return http.as(person)
                .queryParam("operation", "policy.change")
                .get("/api/v1/audit-events")
                .jsonPath();
    }

    private JsonPath proof(Person person, String id) {
        return http.as(person)
                .get("/api/v1/audit-events/{id}/proof", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Path export(Person person, Map<String, Object> query) throws IOException {
        byte[] content = http.as(person)
                .queryParams(query)
                .get("/api/v1/audit-events/export.txt")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return write("export.txt", content);
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content);
    }
}
