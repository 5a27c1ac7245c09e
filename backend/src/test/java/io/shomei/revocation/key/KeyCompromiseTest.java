package io.shomei.revocation.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.KeyFingerprint;
import io.shomei.pki.KeySpec;
import io.shomei.pki.SignatureScheme;
import io.shomei.testing.Csrs;
import io.shomei.testing.Eventually;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key in wrong hands: found, proven, blocked, and all its certificates revoked, whoever's they are. */
@ShomeiTest
class KeyCompromiseTest {
    private static final String NOBODYS = "0197a1b2-0000-7000-8000-000000000001";
    private static final Map<String, String> REFERENCE = Map.of("reference", "R-2027-014");
    private static final String PRIVATE_KEY =
            "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49\n-----END PRIVATE KEY-----\n";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    TestClock clock;

    private final KeyPair key = Csrs.key(KeySpec.P256);
    private final String fingerprint =
            KeyFingerprint.of(key.getPublic().getEncoded()).hex();
    private Fixtures.Organisation tenant;
    private Person sato;
    private Person desk;
    private String certificate;

    @BeforeEach
    void aCertificateOfTheKey() {
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
    void aProvenCompromiseEndsTheKeyAndItsCertificates() {
        JsonPath opened = open(publicKey())
                .then()
                .statusCode(201)
                .body("state", equalTo("OPEN"))
                .body("key.sha256", equalTo(fingerprint))
                .body("key.description", equalTo("EC P-256"))
                .body("key.blockedSince", nullValue())
                .body("certificates.valid", equalTo(1))
                .extract()
                .jsonPath();
        String id = opened.getString("id");
        prove(id, Map.of("csr", Csrs.pem("CN=" + opened.getString("challenge"), key)))
                .then()
                .statusCode(200)
                .body("state", equalTo("PROVEN"))
                .body("provenBy", equalTo("CSR"));
        // Nothing has happened yet.
        http.as(sato).get("/api/v1/certificates/{id}", certificate).then().body("status", equalTo("ISSUED"));

        JsonPath submitted = submit(id, REFERENCE)
                .then()
                .statusCode(202)
                .body("state", equalTo("SUBMITTED"))
                .body("key.blockedSince", notNullValue())
                .extract()
                .jsonPath();
        String bulk = submitted.getString("revocation");
        Eventually.isTrue(
                "the end of the revocations",
                () -> steps.bulk(desk, bulk).getString("state").equals("DONE"));
        assertThat(steps.outcomes(desk, bulk)).isEqualTo(Map.of("www.a.ac.jp", "REVOKED"));
        http.as(sato)
                .get("/api/v1/certificates/{id}", certificate)
                .then()
                .body("status", equalTo("REVOKED"))
                .body("revocation.reason", equalTo("KEY_COMPROMISE"));
        http.as(desk)
                .queryParam("q", fingerprint)
                .get("/api/v1/blocked-keys")
                .then()
                .statusCode(200)
                .body("items[0].sha256", equalTo(fingerprint))
                .body("items[0].cause", equalTo("PROVEN"))
                .body("items[0].reference", equalTo("R-2027-014"));
        for (Map<String, String> asked : List.of(
                Map.of("q", fingerprint.substring(0, 12)),
                Map.of("q", "r-2027", "cause", "PROVEN"),
                Map.of("q", "service d"))) {
            http.as(desk)
                    .queryParams(asked)
                    .get("/api/v1/blocked-keys")
                    .then()
                    .body("items.sha256", hasItem(fingerprint));
        }
        String another = fingerprint.startsWith("00") ? "01" : "00";
        for (Map<String, String> asked : List.of(
                Map.of("q", "R-2027-014", "cause", "DECLARED"), Map.of("q", "nobody_%"), Map.of("q", another))) {
            http.as(desk)
                    .queryParams(asked)
                    .get("/api/v1/blocked-keys")
                    .then()
                    .body("items.sha256", not(hasItem(fingerprint)));
        }
        Mailbox.await(sato.email(), "Certificate revoked");
        steps.apply(sato, Row.of(tenant, "new.a.ac.jp", key))
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("219")));
        // The same again gives the same answer.
        submit(id, REFERENCE).then().statusCode(202).body("revocation", equalTo(bulk));
        prove(id, Map.of("signature", "AAAA")).then().statusCode(200).body("state", equalTo("SUBMITTED"));
        http.as(desk)
                .get("/api/v1/audit-events")
                .then()
                .body("items.operation", hasItem("keycompromise.prove"))
                .body("items.operation", hasItem("keycompromise.submit"));
    }

    @Test
    void aSignatureProvesItWhereTheKeyIsKnown() {
        // Of the digest alone the key is known by its certificate.
        JsonPath opened = open(fingerprint).then().statusCode(201).extract().jsonPath();
        assertThat(opened.getBoolean("signatureAccepted")).isTrue();
        byte[] signature = SignatureScheme.ECDSA_WITH_SHA256.sign(
                key.getPrivate(), (opened.getString("challenge") + "\n").getBytes(StandardCharsets.US_ASCII));
        prove(
                        opened.getString("id"),
                        Map.of("signature", Base64.getMimeEncoder().encodeToString(signature)))
                .then()
                .statusCode(200)
                .body("provenBy", equalTo("SIGNATURE"));
        KeyPair stranger = Csrs.key(KeySpec.P384);
        JsonPath unknown = open(KeyFingerprint.of(stranger.getPublic().getEncoded())
                        .hex())
                .then()
                .body("certificates.valid", equalTo(0))
                .extract()
                .jsonPath();
        assertThat(unknown.getBoolean("signatureAccepted")).isFalse();
        Refusals.is(prove(unknown.getString("id"), Map.of("signature", "AAAA")), 422, "key-proof-wrong");
        prove(unknown.getString("id"), Map.of("csr", Csrs.pem("CN=" + unknown.getString("challenge"), stranger)))
                .then()
                .statusCode(200);
        // A key without a certificate is blocked all the same.
        submit(unknown.getString("id"), REFERENCE)
                .then()
                .statusCode(202)
                .body("revocation", nullValue())
                .body("key.blockedSince", notNullValue());
    }

    @Test
    void whatProvesNothingSaysWhy() {
        JsonPath opened = open(publicKey()).jsonPath();
        String id = opened.getString("id");
        String challenge = opened.getString("challenge");
        KeyPair other = Csrs.key(KeySpec.P256);
        for (Map.Entry<Map<String, String>, String> wrong : Map.of(
                        Map.of("csr", Csrs.pem("CN=" + challenge, other)), "OTHER_KEY",
                        Map.of("csr", Csrs.pem("CN=www.a.ac.jp", key)), "TEXT_MISSING",
                        Map.of("csr", "nonsense!"), "UNREADABLE",
                        Map.of("signature", "AAAA"), "SIGNATURE_WRONG",
                        Map.<String, String>of(), "SIGNATURE_WRONG")
                .entrySet()) {
            prove(id, wrong.getKey())
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/key-proof-wrong"))
                    .body("detail", containsString(wrong.getValue()));
        }
        http.as(desk).get("/api/v1/key-compromises/{id}", id).then().body("state", equalTo("OPEN"));
    }

    @Test
    void aPrivateKeyIsRefusedWhereverItIsSent() {
        Refusals.is(open(PRIVATE_KEY), 422, "private-key-not-accepted");
        Refusals.is(search(PRIVATE_KEY), 422, "private-key-not-accepted");
        String id = open(publicKey()).path("id");
        Refusals.is(prove(id, Map.of("csr", PRIVATE_KEY)), 422, "private-key-not-accepted");
        Refusals.is(prove(id, Map.of("signature", PRIVATE_KEY)), 422, "private-key-not-accepted");
    }

    @Test
    void whatIsNoKeyIsRefused() {
        Refusals.is(open("www.a.ac.jp"), 422, "key-unreadable");
        Refusals.is(search("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"), 422, "key-unreadable");
        open("").then().statusCode(400).body("errors[0].pointer", equalTo("/key"));
    }

    @Test
    void withoutAProofTheOperatorAnswersForIt() {
        String id = open(fingerprint).path("id");
        Refusals.is(submit(id, Map.of("reference", " ")), 422, "revocation-reference-missing");
        Refusals.is(
                submit(
                        id,
                        Map.of(
                                "reference",
                                "R-1",
                                "invalidityDate",
                                clock.instant().plusSeconds(600).toString())),
                422,
                "invalidity-date-wrong");
        submit(id, Map.of("reference", "R-1", "comment", "掲示板で公開")).then().statusCode(202);
        http.as(desk)
                .queryParam("q", fingerprint)
                .get("/api/v1/blocked-keys")
                .then()
                .body("items[0].cause", equalTo("DECLARED"))
                .body("items[0].comment", equalTo("掲示板で公開"));
        Eventually.isTrue(
                "the revocation",
                () -> http.as(sato)
                        .get("/api/v1/certificates/{id}", certificate)
                        .path("status")
                        .equals("REVOKED"));
    }

    @Test
    void aCaseThatNobodyEndedLapses() {
        JsonPath opened = open(fingerprint).jsonPath();
        clock.advance(Duration.ofDays(8));
        desk = given.operator("Service Desk");
        String id = opened.getString("id");
        http.as(desk).get("/api/v1/key-compromises/{id}", id).then().body("state", equalTo("LAPSED"));
        Refusals.is(
                prove(id, Map.of("csr", Csrs.pem("CN=" + opened.getString("challenge"), key))),
                410,
                "key-compromise-lapsed");
        Refusals.is(submit(id, REFERENCE), 410, "key-compromise-lapsed");
    }

    @Test
    void theSameReportWithOneKeyIsOneCase() {
        String first =
                openWith("once", fingerprint).then().statusCode(201).extract().path("id");
        openWith("once", fingerprint).then().statusCode(201).body("id", equalTo(first));
        Refusals.is(openWith("once", publicKey()), 409, "idempotency-key-reused");
    }

    @Test
    void certificatesAreFoundByWhateverIsAtHand() {
        JsonPath detail = http.as(sato)
                .get("/api/v1/certificates/{id}", certificate)
                .then()
                .extract()
                .jsonPath();
        for (Map.Entry<String, String> each : Map.of(
                        detail.getString("pem"),
                        "KEY",
                        Csrs.pem("CN=x", key),
                        "KEY",
                        publicKey(),
                        "KEY",
                        fingerprint,
                        "SHA256",
                        detail.getString("sha256").replaceAll("(..)(?=.)", "$1:"),
                        "SHA256",
                        detail.getString("serial"),
                        "SERIAL",
                        detail.getString("serialDecimal"),
                        "SERIAL")
                .entrySet()) {
            search(each.getKey())
                    .then()
                    .statusCode(200)
                    .body("foundBy", equalTo(each.getValue()))
                    .body("items.id", equalTo(List.of(certificate)))
                    .body("items[0].tenant.nameJa", equalTo("a大学"))
                    .body("items[0].keySha256", equalTo(fingerprint));
        }
        search("WWW.a.ac.jp").then().body("foundBy", equalTo("COMMON_NAME")).body("items.id", hasItem(certificate));
        search("no-such-name.example.org").then().statusCode(200).body("total.value", equalTo(0));
    }

    @Test
    void whatIsFoundTellsSinceWhenItsListTellsOfIt() {
        steps.revoke(sato, certificate, "SUPERSEDED").then().statusCode(201);
        String listed = Eventually.present(
                "the list with it",
                () -> Optional.ofNullable(http.as(sato)
                        .get("/api/v1/certificates/{id}", certificate)
                        .<String>path("revocation.crlVisibleSince")));
        JsonPath found = search(fingerprint).then().statusCode(200).extract().jsonPath();
        assertThat(found.getString("items.find { it.id == '" + certificate + "' }.revocation.crlVisibleSince"))
                .isEqualTo(listed);
    }

    @Test
    void onlyOperatorsDoThis() {
        Refusals.needs(
                http,
                sato,
                request -> request.contentType(ContentType.JSON)
                        .body(Map.of("text", "x"))
                        .post("/api/v1/certificate-searches"));
        Refusals.needs(
                http,
                sato,
                request -> request.contentType(ContentType.JSON)
                        .body(Map.of("key", fingerprint))
                        .post("/api/v1/key-compromises"));
        Refusals.needs(http, sato, request -> request.get("/api/v1/key-compromises/{id}", NOBODYS));
        Refusals.needs(
                http,
                sato,
                request -> request.contentType(ContentType.JSON)
                        .body(Map.of())
                        .post("/api/v1/key-compromises/{id}/proof", NOBODYS));
        Refusals.needs(
                http,
                sato,
                request -> request.contentType(ContentType.JSON)
                        .body(REFERENCE)
                        .post("/api/v1/key-compromises/{id}/submission", NOBODYS));
        Refusals.needs(http, sato, request -> request.get("/api/v1/blocked-keys"));
    }

    @Test
    void aCaseThatIsNoneIsNotThere() {
        Refusals.is(http.as(desk).get("/api/v1/key-compromises/{id}", NOBODYS), 404, "not-found");
        Refusals.is(prove(NOBODYS, Map.of("signature", "AAAA")), 404, "not-found");
        Refusals.is(submit("no id", REFERENCE), 404, "not-found");
    }

    private String publicKey() {
        return CertificateDer.pem("PUBLIC KEY", key.getPublic().getEncoded());
    }

    private Response open(String text) {
        return http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("key", text))
                .post("/api/v1/key-compromises");
    }

    private Response openWith(String idempotencyKey, String text) {
        return http.as(desk)
                .header("Idempotency-Key", idempotencyKey)
                .contentType(ContentType.JSON)
                .body(Map.of("key", text))
                .post("/api/v1/key-compromises");
    }

    private Response prove(String id, Map<String, String> proof) {
        return http.as(desk).contentType(ContentType.JSON).body(proof).post("/api/v1/key-compromises/{id}/proof", id);
    }

    private Response submit(String id, Map<String, String> body) {
        return http.as(desk)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/key-compromises/{id}/submission", id);
    }

    private Response search(String text) {
        return http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("text", text))
                .post("/api/v1/certificate-searches");
    }
}
