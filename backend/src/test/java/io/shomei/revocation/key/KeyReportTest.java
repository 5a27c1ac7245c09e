package io.shomei.revocation.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.keys.KeyStorage;
import io.shomei.pki.KeyFingerprint;
import io.shomei.pki.KeySpec;
import io.shomei.pki.SignatureScheme;
import io.shomei.testing.Csrs;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Anybody who has a key ends it and all its certificates; whoever does not, learns and changes nothing. */
@ShomeiTest
class KeyReportTest {
    private static final String PRIVATE_KEY =
            "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49\n-----END PRIVATE KEY-----\n";
    /** All tests come from one address: each has two hours of its own. */
    private static final AtomicInteger TESTS = new AtomicInteger();

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    TestClock clock;

    @Inject
    KeyReports reports;

    @Inject
    LapsedReportsJob upkeep;

    @Inject
    Authorities authorities;

    @Inject
    KeyStorage keys;

    private final KeyPair key = Csrs.key(KeySpec.P256);
    private final String fingerprint =
            KeyFingerprint.of(key.getPublic().getEncoded()).hex();
    private Fixtures.Organisation tenant;
    private Person sato;
    private Person desk;
    private String certificate;

    @BeforeEach
    void aCertificateOfTheKey() {
        clock.advance(Duration.ofHours(2L * TESTS.incrementAndGet()));
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
        desk = given.operator("Service Desk");
        certificate = steps.apply(sato, Row.of(tenant, "www.a.ac.jp", key))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void whoeverProvesToHaveAKeyEndsItAtOnce() {
        JsonPath report = opened(publicKey(key), "掲示板で公開");
        assertThat(report.getString("state")).isEqualTo("OPEN");
        assertThat(report.getString("keyDescription")).isEqualTo("EC P-256");
        assertThat(report.getBoolean("signatureAccepted")).isTrue();
        String id = report.getString("id");
        String proof = Csrs.pem("CN=" + report.getString("challenge"), key);
        for (int time = 0; time < 2; time++) {
            prove(id, Map.of("csr", proof))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("ENDED"))
                    .body("certificates", equalTo(1));
        }
        http.as(sato)
                .get("/api/v1/certificates/{id}", certificate)
                .then()
                .body("status", equalTo("REVOKED"))
                .body("revocation.reason", equalTo("KEY_COMPROMISE"))
                .body("revocation.crlVisibleSince", notNullValue());
        // Nobody of the tenant did it, so its officers are told.
        Mailbox.await(sato.email(), "Certificate revoked");
        http.as(desk)
                .queryParam("q", fingerprint)
                .get("/api/v1/blocked-keys")
                .then()
                .body("items[0].cause", equalTo("PROVEN"))
                .body("items[0].by", nullValue())
                .body("items[0].comment", equalTo("掲示板で公開"));
        http.as(desk)
                .queryParam("state", "SUBMITTED")
                .get("/api/v1/key-compromises")
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(id))
                .body("items[0].openedBy", nullValue())
                .body("items[0].submittedAt", notNullValue());
        http.as(desk)
                .get("/api/v1/audit-events?q=" + fingerprint)
                .then()
                .body("items.operation", hasItem("keycompromise.submit"))
                .body("items.address", hasItem("127.0.0.1"));
    }

    @Test
    void aSignatureProvesItWhereTheKeyWasGiven() {
        JsonPath report = opened(publicKey(key), null);
        byte[] signature = SignatureScheme.ECDSA_WITH_SHA256.sign(
                key.getPrivate(), report.getString("challenge").getBytes(StandardCharsets.US_ASCII));
        prove(report.getString("id"), Map.of("signature", Base64.getEncoder().encodeToString(signature)))
                .then()
                .statusCode(200)
                .body("state", equalTo("ENDED"));
        // A digest tells nothing of whether there is a certificate with the key.
        JsonPath digest = opened(fingerprint, null);
        assertThat(digest.getBoolean("signatureAccepted")).isFalse();
        assertThat(digest.getString("keyDescription")).isNull();
        assertThat(digest.getString("certificates")).isNull();
        // A key that nobody certified is blocked all the same.
        KeyPair nobodys = Csrs.key(KeySpec.P384);
        JsonPath unknown = opened(publicKey(nobodys), null);
        prove(unknown.getString("id"), Map.of("csr", Csrs.pem("CN=" + unknown.getString("challenge"), nobodys)))
                .then()
                .body("state", equalTo("ENDED"))
                .body("certificates", equalTo(0));
    }

    @Test
    void whoDoesNotHaveTheKeyChangesNothing() {
        JsonPath report = opened(publicKey(key), null);
        String id = report.getString("id");
        prove(id, Map.of("csr", Csrs.pem("CN=" + report.getString("challenge"), Csrs.key(KeySpec.P256))))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/key-proof-wrong"))
                .body("detail", containsString("OTHER_KEY"));
        Refusals.is(prove(id, Map.of("signature", PRIVATE_KEY)), 422, "private-key-not-accepted");
        Refusals.is(open(PRIVATE_KEY, null), 422, "private-key-not-accepted");
        Refusals.is(open("www.a.ac.jp", null), 422, "key-unreadable");
        open("", null).then().statusCode(400).body("errors[0].pointer", equalTo("/key"));
        http.as(sato).get("/api/v1/certificates/{id}", certificate).then().body("status", equalTo("ISSUED"));
        // What an operator began is nobody else's business.
        String operators = http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("key", fingerprint))
                .post("/api/v1/key-compromises")
                .path("id");
        Refusals.is(prove(operators, Map.of("csr", "x")), 404, "not-found");
        Refusals.is(prove("nonsense", Map.of("csr", "x")), 404, "not-found");
    }

    @Test
    void aReportIsTriedToBeProvenAFewTimesAndForAWeek() {
        String id = opened(publicKey(key), null).getString("id");
        for (int attempt = 0; attempt < 20; attempt++) {
            Refusals.is(prove(id, Map.of("signature", "AAAA")), 422, "key-proof-wrong");
        }
        Refusals.is(prove(id, Map.of("signature", "AAAA")), 429, "key-proofs-too-many");
        String another = opened(publicKey(key), null).getString("id");
        clock.advance(Duration.ofDays(7));
        Refusals.is(prove(another, Map.of("signature", "AAAA")), 410, "key-compromise-lapsed");
        upkeep.run();
        Refusals.is(prove(another, Map.of("signature", "AAAA")), 410, "key-compromise-lapsed");
        // After another week nobody comes back.
        clock.advance(Duration.ofDays(8));
        upkeep.run();
        Refusals.is(prove(another, Map.of("signature", "AAAA")), 404, "not-found");
    }

    @Test
    void oneNetworkReportsAFewKeysAnHour() {
        String site = "2001:db8:0:1:";
        for (int report = 0; report < 10; report++) {
            reports.open(fingerprint, null, site + ":" + report, "request");
        }
        // Another address of the same site.
        assertThatThrownBy(() -> reports.open(fingerprint, null, site + "a:b:c:d", "request"))
                .hasMessage("10");
        // Somebody else, and the same one later.
        reports.open(fingerprint, null, "192.0.2.1", "request");
        clock.advance(Duration.ofMinutes(61));
        reports.open(fingerprint, null, site + ":1", "request");
    }

    @Test
    void theAnswerToTooManySaysWhenToTryAgain() {
        Response answer = open(fingerprint, null);
        for (int report = 0; report < 10 && answer.statusCode() == 201; report++) {
            answer = open(fingerprint, null);
        }
        Refusals.is(answer, 429, "key-reports-too-many");
        assertThat(answer.header("Retry-After")).isEqualTo("3600");
    }

    @Test
    void theKeyOfAnAuthorityWaitsForAnOperator() {
        Authority server = authorities.find("server-p256").orElseThrow();
        JsonPath report = opened(server.certificate().pem(), null);
        String id = report.getString("id");
        byte[] signature = keys.get("authority-server-p256")
                .sign(
                        SignatureScheme.ECDSA_WITH_SHA256,
                        report.getString("challenge").getBytes(StandardCharsets.US_ASCII));
        prove(id, Map.of("signature", Base64.getEncoder().encodeToString(signature)))
                .then()
                .statusCode(200)
                .body("state", equalTo("PASSED_ON"));
        http.as(desk)
                .queryParam("state", "PROVEN")
                .get("/api/v1/key-compromises")
                .then()
                .body("items.id", hasItem(id))
                .body("items[0].key.authority", equalTo("server-p256"))
                .body("items[0].key.blockedSince", nullValue());
        Refusals.needs(http, sato, request -> request.get("/api/v1/key-compromises"));
        for (String state : List.of("OPEN", "LAPSED")) {
            http.as(desk)
                    .queryParam("state", state)
                    .get("/api/v1/key-compromises")
                    .then()
                    .statusCode(200)
                    .body("items.id", not(hasItem(id)));
        }
        Refusals.is(http.as(desk).queryParam("state", "LOST").get("/api/v1/key-compromises"), 400, "malformed-request");
    }

    private JsonPath opened(String text, @Nullable String comment) {
        return open(text, comment).then().statusCode(201).extract().jsonPath();
    }

    private Response open(String text, @Nullable String comment) {
        Map<String, String> body = new HashMap<>(Map.of("key", text));
        if (comment != null) {
            body.put("comment", comment);
        }
        return http.portal().contentType(ContentType.JSON).body(body).post("/api/v1/key-reports");
    }

    private Response prove(String id, Map<String, String> proof) {
        return http.portal().contentType(ContentType.JSON).body(proof).post("/api/v1/key-reports/{id}/proof", id);
    }

    private static String publicKey(KeyPair pair) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }
}
