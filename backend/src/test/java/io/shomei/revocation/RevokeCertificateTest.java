package io.shomei.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.audit.Actor;
import io.shomei.issuance.BlockedKey;
import io.shomei.issuance.BlockedKeys;
import io.shomei.kernel.Right;
import io.shomei.kernel.TenantId;
import io.shomei.pki.KeyFingerprint;
import io.shomei.pki.KeySpec;
import io.shomei.pki.Tool;
import io.shomei.testing.AtOnce;
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
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CRLReason;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Taking a certificate out of use, and relying parties seeing it at once. */
@ShomeiTest
class RevokeCertificateTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    TestClock clock;

    @Inject
    BlockedKeys blockedKeys;

    @Inject
    CompromisedKeysJob sweep;

    @TempDir
    Path directory;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @ParameterizedTest
    @CsvSource({
        "UNSPECIFIED,",
        "KEY_COMPROMISE,KEY_COMPROMISE",
        "AFFILIATION_CHANGED,AFFILIATION_CHANGED",
        "SUPERSEDED,SUPERSEDED",
        "CESSATION_OF_OPERATION,CESSATION_OF_OPERATION"
    })
    void theCrlShowsTheRevocationAndItsReason(String reason, CRLReason shown) throws Exception {
        JsonPath issued = steps.issued(sato, tenant, "www.a.ac.jp");
        steps.revoke(sato, issued.getString("id"), reason)
                .then()
                .statusCode(201)
                .body("reason", equalTo(reason))
                .body("revokedAt", notNullValue());
        X509CRLEntry entry = listed(issued);
        // RFC 5280 5.3.1: unspecified is left out.
        assertThat(entry.getRevocationReason()).isEqualTo(shown);
        http.as(sato)
                .get("/api/v1/certificates/{id}", issued.getString("id"))
                .then()
                .body("status", equalTo("REVOKED"))
                .body("revocation.reason", equalTo(reason))
                .body("revocation.crlVisibleSince", notNullValue())
                .body("history.operation", hasItem("certificate.revoke"));
    }

    @Test
    void whoRevokesAloneHasTheListBeforeTheAnswer() throws Exception {
        JsonPath issued = steps.issued(sato, tenant, "alone.a.ac.jp");
        awaitQuiet();
        String since = steps.revoke(sato, issued.getString("id"), "SUPERSEDED")
                .then()
                .statusCode(201)
                .body("crlVisibleSince", notNullValue())
                .extract()
                .path("crlVisibleSince");
        assertThat(crl("server-p256").getRevokedCertificate(serial(issued))).isNotNull();
        http.as(sato)
                .get("/api/v1/certificates/{id}", issued.getString("id"))
                .then()
                .body("revocation.crlVisibleSince", equalTo(since));
    }

    @Test
    void whatManyRevokeAtOnceIsListedSoon() throws Exception {
        byte[] rows = Row.file(IntStream.range(0, 40)
                .mapToObj(i -> Row.of(tenant, "crowd" + i + ".a.ac.jp"))
                .toArray(Row[]::new));
        String file = steps.carriedOut(sato, rows).getString("id");
        List<String> ids = steps.rows(sato, file).stream()
                .map(row -> String.valueOf(row.get("certificateId")))
                .toList();
        List<Callable<Integer>> revocations = ids.stream()
                .<Callable<Integer>>map(
                        id -> () -> steps.revoke(sato, id, "SUPERSEDED").statusCode())
                .toList();
        try (var executor = Executors.newFixedThreadPool(16)) {
            for (Future<Integer> answer : executor.invokeAll(revocations)) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }
        for (String id : ids) {
            Eventually.isSoonTrue(
                    "the list with " + id,
                    () -> http.as(sato).get("/api/v1/certificates/{id}", id).path("revocation.crlVisibleSince")
                            != null);
        }
    }

    @Test
    void theAdministratorAndTheOfficerWhoDidItAreTold() {
        Person other = tenant.officer("Ichiro Suzuki");
        JsonPath issued = steps.issued(sato, tenant, "told.a.ac.jp");
        steps.revoke(sato, issued.getString("id"), "SUPERSEDED").then().statusCode(201);
        assertThat(Mailbox.await("told.a.ac.jp@example.ac.jp", "Certificate revoked")
                        .text())
                .contains("証明書の差し替え", "superseded", serial(issued).toString());
        assertThat(Mailbox.await(sato.email(), "Certificate revoked").text())
                .contains("Hanako Sato", serial(issued).toString());
        assertThat(Mailbox.to(other.email())).isEmpty();
    }

    @Test
    void theCrlAndTheDetailTellSinceWhenTheKeyIsInWrongHands() throws Exception {
        JsonPath issued = steps.issued(sato, tenant, "www.a.ac.jp");
        Instant leaked = Instant.parse(issued.getString("notBefore"));
        revoke(sato, issued.getString("id"), Map.of("reason", "KEY_COMPROMISE", "invalidityDate", leaked.toString()))
                .then()
                .statusCode(201)
                .body("invalidityDate", equalTo(leaked.toString()));
        byte[] extension = listed(issued).getExtensionValue("2.5.29.24");
        assertThat(ASN1GeneralizedTime.getInstance(
                                ASN1OctetString.getInstance(extension).getOctets())
                        .getDate()
                        .toInstant())
                .isEqualTo(leaked);
        http.as(sato)
                .get("/api/v1/certificates/{id}", issued.getString("id"))
                .then()
                .body("revocation.invalidityDate", equalTo(leaked.toString()));
    }

    @Test
    void aTimeOfCompromiseThatCannotBeIsRefused() {
        String id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        Instant now = clock.instant();
        for (Map<String, String> wrong : List.of(
                Map.of("reason", "SUPERSEDED", "invalidityDate", now.toString()),
                Map.of(
                        "reason",
                        "KEY_COMPROMISE",
                        "invalidityDate",
                        now.plusSeconds(600).toString()),
                Map.of(
                        "reason",
                        "KEY_COMPROMISE",
                        "invalidityDate",
                        now.minus(Duration.ofDays(400)).toString()))) {
            Refusals.is(revoke(sato, id, wrong), 422, "invalidity-date-wrong");
        }
        http.as(sato).get("/api/v1/certificates/{id}", id).then().body("status", equalTo("ISSUED"));
    }

    @Test
    void aCompromisedKeyIsNeverCertifiedAgain() {
        KeyPair key = Csrs.key(KeySpec.P256);
        String id = steps.apply(sato, Row.of(tenant, "www.a.ac.jp", key))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        steps.revoke(sato, id, "KEY_COMPROMISE").then().statusCode(201);
        Fixtures.Organisation other = given.tenant("b").withDomain("b.ac.jp");
        Person suzuki = other.officer("Ichiro Suzuki");
        Row again = Row.of(other, "www.b.ac.jp", key);
        steps.apply(suzuki, again)
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("219")))
                .body("errors[0].message", containsString("漏えい"));
        String file = steps.uploaded(suzuki, Row.file(again)).getString("id");
        assertThat(steps.codes(suzuki, file)).containsExactly(List.of("219"));
        http.as(given.operator("Service Desk"))
                .queryParam("operation", "key.block")
                .queryParam("q", KeyFingerprint.of(key.getPublic().getEncoded()).hex())
                .get("/api/v1/audit-events")
                .then()
                .body("items.actor", equalTo(List.of("Hanako Sato")))
                .body("items[0].detail.cause", equalTo("REVOKED"));
    }

    @Test
    void aKeyThatIsBlockedBetweenCheckAndIssueIsNotCertified() {
        KeyPair key = Csrs.key(KeySpec.P256);
        Row row = Row.of(tenant, "late.a.ac.jp", key);
        String file = steps.uploaded(sato, Row.file(row)).getString("id");
        QuarkusTransaction.requiringNew().run(() -> block(key));
        steps.submit(sato, file).then().statusCode(202);
        steps.awaitEnd(sato, file);
        assertThat(steps.codes(sato, file)).containsExactly(List.of("219"));
    }

    @Test
    void whatWasCertifiedWithAKeyWhileItWasBlockedIsRevoked() {
        KeyPair key = Csrs.key(KeySpec.P256);
        Row row = Row.of(tenant, "race.a.ac.jp", key);
        String id = steps.apply(sato, row).then().statusCode(201).extract().path("id");
        QuarkusTransaction.requiringNew().run(() -> block(key));
        sweep.run();
        http.as(sato)
                .get("/api/v1/certificates/{id}", id)
                .then()
                .body("status", equalTo("REVOKED"))
                .body("revocation.reason", equalTo("KEY_COMPROMISE"));
        // Nobody of the tenant did it, so its officers are told as well.
        Mailbox.await(row.email(), "Certificate revoked");
        Mailbox.await(sato.email(), "Certificate revoked");
    }

    @Test
    void anOperatorRevokesForAnyTenantAndNamesTheDocument() {
        Person desk = given.operator("Service Desk");
        String id = steps.issued(sato, tenant, "desk.a.ac.jp").getString("id");
        Refusals.is(revoke(desk, id, Map.of("reason", "SUPERSEDED")), 422, "revocation-reference-missing");
        Refusals.is(
                revoke(desk, id, Map.of("reason", "SUPERSEDED", "reference", "  ")),
                422,
                "revocation-reference-missing");
        revoke(desk, id, Map.of("reason", "SUPERSEDED", "reference", "R-2027-014"))
                .then()
                .statusCode(201);
        http.as(sato)
                .queryParam("operation", "certificate.revoke")
                .get("/api/v1/audit-events")
                .then()
                .body("items[0].actorRole", equalTo("OPERATOR"))
                .body("items[0].detail.reference", equalTo("R-2027-014"));
        Mailbox.await(sato.email(), "Certificate revoked");
        Refusals.is(
                revoke(
                        desk,
                        "0197a1b2-0000-7000-8000-000000000001",
                        Map.of("reason", "SUPERSEDED", "reference", "R-1")),
                404,
                "not-found");
    }

    @Test
    void anOperatorEndsASessionByRevokingItsCertificate() {
        Person suzuki = tenant.officer("Ichiro Suzuki");
        http.as(suzuki).get("/api/v1/session").then().statusCode(200);
        revoke(
                        given.operator("Service Desk"),
                        suzuki.certificate().toString(),
                        Map.of("reason", "AFFILIATION_CHANGED", "reference", "R-1"))
                .then()
                .statusCode(201);
        Refusals.is(http.as(suzuki).get("/api/v1/session"), 401, "session-ended");
    }

    @Test
    void whereThePolicyLeavesItToOthersOfficersDoNotRevoke() {
        Fixtures.Organisation company = given.tenant("c")
                .withDomain("c.ac.jp")
                .withPolicy("{\"revocation\":{\"by\":[\"TENANT_ADMINISTRATOR\"]}}");
        Person officer = company.officer("Jiro Mori");
        String id = steps.issued(officer, company, "www.c.ac.jp").getString("id");
        Refusals.is(steps.revoke(officer, id, "SUPERSEDED"), 403, "revocation-not-offered");
        // An administrator revokes the certificates of people, not of servers.
        Refusals.notPermitted(steps.revoke(company.administrator("Taro Yamada"), id, "SUPERSEDED"));
        Refusals.is(steps.revoke(tenant.administrator("Taro Yamada"), id, "SUPERSEDED"), 403, "revocation-not-offered");
    }

    @Test
    void twoOfficersWhoRevokeAtOnceRevokeOnce() throws Exception {
        Person suzuki = tenant.officer("Ichiro Suzuki");
        String id = steps.issued(sato, tenant, "both.a.ac.jp").getString("id");
        http.as(suzuki).get("/api/v1/session").then().statusCode(200);
        List<Integer> answers = AtOnce.all(List.of(
                () -> steps.revoke(sato, id, "SUPERSEDED").statusCode(),
                () -> steps.revoke(suzuki, id, "CESSATION_OF_OPERATION").statusCode()));
        assertThat(answers).containsExactlyInAnyOrder(201, 409);
        List<String> operations =
                http.as(sato).get("/api/v1/certificates/{id}", id).path("history.operation");
        assertThat(operations).filteredOn("certificate.revoke"::equals).hasSize(1);
    }

    @Test
    void revokedWhileItIsCollectedItIsEitherCollectedBeforeOrNotAtAll() throws Exception {
        Steps.Waiting waiting = steps.waiting(sato, tenant, "collect.a.ac.jp");
        try (var executor = Executors.newFixedThreadPool(2)) {
            Future<Integer> revoked = executor.submit(() ->
                    steps.revoke(sato, waiting.certificate(), "SUPERSEDED").statusCode());
            Future<Integer> collected = executor.submit(() -> http.portal()
                    .contentType(ContentType.JSON)
                    .body(Map.of("format", "PEM"))
                    .post("/api/v1/enrolments/{token}/collection", waiting.token())
                    .statusCode());
            assertThat(revoked.get()).isEqualTo(201);
            assertThat(collected.get()).isIn(200, 410);
        }
        http.as(sato)
                .get("/api/v1/certificates/{id}", waiting.certificate())
                .then()
                .body("status", equalTo("REVOKED"));
        Refusals.is(
                http.portal()
                        .contentType(ContentType.JSON)
                        .body(Map.of("format", "PEM"))
                        .post("/api/v1/enrolments/{token}/collection", waiting.token()),
                410,
                http.portal()
                                .get("/api/v1/enrolments/{token}", waiting.token())
                                .path("state")
                                .equals("COLLECTED")
                        ? "enrolment-used"
                        : "enrolment-revoked");
    }

    @Test
    void openSslTakesTheCertificateBeforeAndRefusesItAfter() throws Exception {
        JsonPath issued = steps.issued(sato, tenant, "www.a.ac.jp");
        Files.writeString(directory.resolve("leaf.pem"), issued.getString("pem"));
        files();
        Tool.ok(directory, verify());
        steps.revoke(sato, issued.getString("id"), "KEY_COMPROMISE").then().statusCode(201);
        files();
        Tool after = Tool.run(directory, verify());
        assertThat(after.exitCode()).isNotZero();
        assertThat(after.output()).contains("certificate revoked");
    }

    @Test
    void aCompromiseReplacesAWeakerReasonAndNothingElseDoes() {
        String id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        steps.revoke(sato, id, "SUPERSEDED").then().statusCode(201);
        Refusals.is(steps.revoke(sato, id, "UNSPECIFIED"), 409, "certificate-already-revoked");
        Refusals.is(steps.revoke(sato, id, "SUPERSEDED"), 409, "certificate-already-revoked");
        steps.revoke(sato, id, "KEY_COMPROMISE").then().statusCode(201);
        Refusals.is(steps.revoke(sato, id, "KEY_COMPROMISE"), 409, "certificate-already-revoked");
        Refusals.is(steps.revoke(sato, id, "SUPERSEDED"), 409, "certificate-already-revoked");
    }

    @Test
    void theCrlTellsOfACompromiseThatWasFoundLater() throws Exception {
        JsonPath issued = steps.issued(sato, tenant, "www.a.ac.jp");
        steps.revoke(sato, issued.getString("id"), "SUPERSEDED").then().statusCode(201);
        steps.revoke(sato, issued.getString("id"), "KEY_COMPROMISE").then().statusCode(201);
        Eventually.isSoonTrue(
                "the stronger reason", () -> listed(issued).getRevocationReason() == CRLReason.KEY_COMPROMISE);
    }

    @Test
    void anExpiredCertificateCannotBeRevoked() {
        String id = steps.issued(sato, tenant, "old.a.ac.jp").getString("id");
        clock.advance(Duration.ofDays(200));
        Refusals.is(steps.revoke(tenant.officer("Saburo Ito"), id, "SUPERSEDED"), 409, "certificate-already-expired");
    }

    /** Where the policy names the person: their own, and no other. */
    @Test
    void peopleRevokeWhatTheyLogInWithWhereThePolicyLetsThem() {
        Fixtures.Organisation careful = given.tenant("careful").withPolicy("{\"revocation\":{\"by\":[\"SUBJECT\"]}}");
        Person suzuki = careful.officer("Ichiro Suzuki");
        Person user = careful.user("Taro Yamada");
        Person client = careful.client("client");
        for (Person somebody : List.of(suzuki, user)) {
            Refusals.is(
                    steps.revoke(somebody, client.certificate().toString(), "KEY_COMPROMISE"), 403, "not-permitted");
            steps.revoke(somebody, somebody.certificate().toString(), "KEY_COMPROMISE")
                    .then()
                    .statusCode(201);
            Refusals.is(http.as(somebody).get("/api/v1/session"), 401, "session-ended");
        }
        Refusals.notPermitted(
                steps.revoke(tenant.user("Jiro Kato"), client.certificate().toString(), "KEY_COMPROMISE"));
    }

    @Test
    void anOfficerDoesNotRevokeLogInCertificates() {
        Person suzuki = tenant.officer("Ichiro Suzuki");
        Refusals.notPermitted(steps.revoke(sato, suzuki.certificate().toString(), "KEY_COMPROMISE"));
        http.as(suzuki).get("/api/v1/session").then().statusCode(200);
    }

    @Test
    void onlyOfficersForServersRevokeThem() {
        String id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        Refusals.needs(
                http,
                tenant.user("Taro Yamada"),
                request -> request.contentType(ContentType.JSON)
                        .body(Map.of("reason", "SUPERSEDED"))
                        .post("/api/v1/certificates/{id}/revocation", id));
        Refusals.notPermitted(
                steps.revoke(tenant.officer("Jiro Mori", Set.of(Right.CLIENT, Right.LISTS)), id, "SUPERSEDED"));
    }

    @Test
    void anotherTenantsCertificateIsNotThere() {
        String id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        Person stranger = given.tenant("b").officer("Ichiro Suzuki");
        Refusals.unknown(
                stranger,
                http,
                id,
                (request, each) -> request.contentType(ContentType.JSON)
                        .body(Map.of("reason", "SUPERSEDED"))
                        .post("/api/v1/certificates/{id}/revocation", each));
        http.as(sato).get("/api/v1/certificates/{id}", id).then().body("status", equalTo("ISSUED"));
    }

    @Test
    void whatCannotBeReadIsPointedAt() {
        String id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        for (String[] wrong : new String[][] {
            {"{}", "/reason"},
            {"{\"reason\":\"CERTIFICATE_HOLD\"}", "/reason"},
            {"{\"reason\":\"SUPERSEDED\",\"comment\":\"" + "x".repeat(129) + "\"}", "/comment"},
            {"{\"reason\":\"SUPERSEDED\",\"comment\":\"two\\nlines\"}", "/comment"},
            {"{\"reason\":\"SUPERSEDED\",\"comment\":\"nothing\\u0000\"}", "/comment"},
            {"{\"reason\":\"SUPERSEDED\",\"invalidityDate\":\"yesterday\"}", "/invalidityDate"},
            {"{\"reason\":\"SUPERSEDED\",\"force\":true}", "/force"}
        }) {
            http.as(sato)
                    .contentType(ContentType.JSON)
                    .body(wrong[0])
                    .post("/api/v1/certificates/{id}/revocation", id)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo(wrong[1]));
        }
    }

    private Response revoke(Person person, String id, Map<String, String> body) {
        return http.as(person)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/certificates/{id}/revocation", id);
    }

    private void block(KeyPair key) {
        blockedKeys.block(
                TenantId.PLATFORM,
                List.of(new BlockedKey(
                        KeyFingerprint.of(key.getPublic().getEncoded()),
                        clock.instant(),
                        BlockedKey.Cause.DECLARED,
                        "Service Desk",
                        null,
                        null,
                        "R-1",
                        null)),
                Actor.PLATFORM);
    }

    private String[] verify() {
        return new String[] {
            "openssl", "verify", "-x509_strict", "-purpose", "sslserver", "-verify_hostname", "www.a.ac.jp",
            "-crl_check_all", "-CAfile", "root.pem", "-untrusted", "issuer.pem", "-CRLfile", "root.crl",
            "-CRLfile", "issuer.crl", "leaf.pem"
        };
    }

    /** What relying parties fetch, as PEM. */
    private void files() throws Exception {
        String root = http.portal().get("/api/v1/authorities").path("items[0].name");
        Files.write(directory.resolve("root.pem"), fetch("/pki/" + root + ".pem"));
        Files.write(directory.resolve("issuer.pem"), fetch("/pki/server-p256.pem"));
        Files.writeString(
                directory.resolve("root.crl"),
                io.shomei.pki.CertificateDer.pem("X509 CRL", fetch("/pki/" + root + ".crl")));
        Files.writeString(
                directory.resolve("issuer.crl"),
                io.shomei.pki.CertificateDer.pem("X509 CRL", fetch("/pki/server-p256.crl")));
        // A list made after a revocation may begin with the second that follows it.
        Thread.sleep(1_000);
    }

    private byte[] fetch(String path) {
        return http.plain().get(path).then().statusCode(200).extract().asByteArray();
    }

    private X509CRL crl(String authority) throws Exception {
        return (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(fetch("/pki/" + authority + ".crl")));
    }

    private X509CRLEntry listed(JsonPath issued) {
        return Eventually.present("an entry of its CRL", () -> {
            try {
                return Optional.ofNullable(crl("server-p256").getRevokedCertificate(serial(issued)));
            } catch (Exception unreadable) {
                throw new AssertionError(unreadable);
            }
        });
    }

    /** Until nobody remembers that many revoked. */
    private static void awaitQuiet() throws InterruptedException {
        Thread.sleep(2_500);
    }

    private static BigInteger serial(JsonPath issued) {
        return new BigInteger(issued.getString("serial"), 16);
    }
}
