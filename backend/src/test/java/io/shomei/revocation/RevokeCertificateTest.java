package io.shomei.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Right;
import io.shomei.kernel.Role;
import io.shomei.pki.RevocationReason;
import io.shomei.testing.AtOnce;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Taking a certificate out of use: for which reasons, who is told, and what happens at the same time. */
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
    Revocations revocations;

    private Fixtures.Organisation tenant;

    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void theAdministratorAndTheOfficerWhoDidItAreTold() {
        Person other = tenant.officer("Ichiro Suzuki");
        JsonPath issued = steps.issued(sato, tenant, "told.a.ac.jp");
        String serial = new BigInteger(issued.getString("serial"), 16).toString();
        steps.revoke(sato, issued.getString("id"), "SUPERSEDED").then().statusCode(201);
        assertThat(Mailbox.await("told.a.ac.jp@example.ac.jp", "Certificate revoked")
                        .text())
                .contains("証明書の差し替え", "superseded", serial);
        assertThat(Mailbox.await(sato.email(), "Certificate revoked").text()).contains("Hanako Sato", serial);
        assertThat(Mailbox.to(other.email())).isEmpty();
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
            Refusals.is(steps.revoke(sato, id, wrong), 422, "invalidity-date-wrong");
        }
        http.as(sato).get("/api/v1/certificates/{id}", id).then().body("status", equalTo("ISSUED"));
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
    void anExpiredCertificateCannotBeRevoked() {
        String id = steps.issued(sato, tenant, "old.a.ac.jp").getString("id");
        clock.advance(Duration.ofDays(200));
        Refusals.is(steps.revoke(tenant.officer("Saburo Ito"), id, "SUPERSEDED"), 409, "certificate-already-expired");
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

    /** They share a transaction where they can; what refuses one is no other's business. */
    @Test
    void manyWhoRevokeAtOnceAreEachAnsweredForThemselves() throws Exception {
        Fixtures.Organisation elsewhere = given.tenant("b").withDomain("b.ac.jp");
        String anothers = steps.issued(elsewhere.officer("Jiro Kato"), elsewhere, "www.b.ac.jp")
                .getString("id");
        List<String> own = IntStream.range(0, 8)
                .mapToObj(number ->
                        steps.issued(sato, tenant, "many" + number + ".a.ac.jp").getString("id"))
                .toList();
        String unknown = UUID.randomUUID().toString();
        List<Callable<Integer>> asked = new ArrayList<>();
        for (String id : own) {
            asked.add(() -> steps.revoke(sato, id, "SUPERSEDED").statusCode());
        }
        asked.add(() -> steps.revoke(sato, own.getFirst(), "UNSPECIFIED").statusCode());
        asked.add(() -> steps.revoke(sato, anothers, "SUPERSEDED").statusCode());
        asked.add(() -> steps.revoke(sato, unknown, "SUPERSEDED").statusCode());
        List<Integer> answers = AtOnce.all(asked);
        assertThat(answers.subList(1, 8)).containsOnly(201);
        assertThat(List.of(answers.get(0), answers.get(8))).containsExactlyInAnyOrder(201, 409);
        assertThat(answers.subList(9, 11)).containsOnly(404);
        for (String id : own) {
            http.as(sato)
                    .get("/api/v1/certificates/{id}", id)
                    .then()
                    .body("status", equalTo("REVOKED"))
                    .body("history.findAll { it.operation == 'certificate.revoke' }.size()", equalTo(1));
        }
    }

    /** A comment that the database cannot hold stands for any failure. */
    @Test
    void aRevocationThatFailsLeavesThoseBesideItAlone() throws Exception {
        List<String> ids = IntStream.range(0, 6)
                .mapToObj(number -> steps.issued(sato, tenant, "beside" + number + ".a.ac.jp")
                        .getString("id"))
                .toList();
        Caller caller = new Caller(
                sato.account(),
                sato.tenant(),
                Role.OFFICER,
                EnumSet.allOf(Right.class),
                sato.name(),
                UUID.randomUUID(),
                "192.0.2.1",
                "request");
        List<Callable<String>> wishes = new ArrayList<>();
        for (String id : ids) {
            String comment = id.equals(ids.getFirst()) ? "nothing\0" : "as agreed";
            wishes.add(() -> {
                try {
                    return revocations
                            .revoke(caller, id, new Grounds(RevocationReason.SUPERSEDED, null, comment, null))
                            .state()
                            .comment();
                } catch (RuntimeException failed) {
                    return "failed";
                }
            });
        }
        List<String> outcomes = AtOnce.all(wishes);
        assertThat(outcomes.getFirst()).isEqualTo("failed");
        assertThat(outcomes.subList(1, 6)).containsOnly("as agreed");
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
}
