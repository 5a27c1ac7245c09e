package io.shomei.revocation.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many revocations: every line is answered for before anything is revoked, and what is confirmed is carried out once. */
@ShomeiTest
class BulkRevocationTest {
    private static final String NOBODYS = "0197a1b2-0000-7000-8000-000000000001";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    BulkSteps bulks;

    @Inject
    TestClock clock;

    @Inject
    BulkRevocationJob job;

    @Inject
    LapsedRevocationsJob upkeep;

    private Fixtures.Organisation tenant;

    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void aSelectionIsLookedAtLineByLineAndCarriedOutOnceConfirmed() throws Exception {
        JsonPath first = steps.issued(sato, tenant, "one.a.ac.jp");
        JsonPath second = steps.issued(sato, tenant, "two.a.ac.jp");
        String revoked = steps.issued(sato, tenant, "old.a.ac.jp").getString("id");
        steps.revoke(sato, revoked, "SUPERSEDED").then().statusCode(201);
        Person other = given.tenant("b").withDomain("b.ac.jp").officer("Ichiro Suzuki");
        String logIn = sato.certificate().toString();
        String one = first.getString("id");
        String two = second.getString("id");

        JsonPath checked = steps.checkSelection(
                        sato,
                        List.of(
                                one,
                                two,
                                one,
                                revoked,
                                NOBODYS,
                                other.certificate().toString(),
                                logIn,
                                "no id"),
                        Map.of("reason", "AFFILIATION_CHANGED", "comment", "合併"))
                .then()
                .statusCode(201)
                .body("state", equalTo("CHECKED"))
                .body("source", equalTo("SELECTION"))
                .body("lines", equalTo(8))
                .body("progress.total", equalTo(2))
                .extract()
                .jsonPath();
        String bulk = checked.getString("id");
        assertThat(steps.outcomes(sato, bulk))
                .containsEntry(one, "REVOCABLE DUPLICATE")
                .containsEntry(two, "REVOCABLE")
                .containsEntry(revoked, "ALREADY_REVOKED")
                .containsEntry(NOBODYS, "NOT_FOUND")
                // Another tenant's looks like none.
                .containsEntry(other.certificate().toString(), "NOT_FOUND")
                .containsEntry(logIn, "NOT_PERMITTED")
                .containsEntry("no id", "NOT_FOUND");
        http.as(sato).get("/api/v1/certificates/{id}", one).then().body("status", equalTo("ISSUED"));

        JsonPath done = steps.carriedOutBulk(sato, bulk);
        assertThat(done.getLong("progress.done")).isEqualTo(2);
        assertThat(done.getString("submittedBy")).isEqualTo("Hanako Sato");
        assertThat(done.getString("finishedAt")).isNotNull();
        assertThat(done.getBoolean("tellsSubscribers")).isTrue();
        assertThat(done.getBoolean("resultMailed")).isTrue();
        for (JsonPath each : List.of(first, second)) {
            http.as(sato)
                    .get("/api/v1/certificates/{id}", each.getString("id"))
                    .then()
                    .body("status", equalTo("REVOKED"))
                    .body("revocation.reason", equalTo("AFFILIATION_CHANGED"))
                    .body("revocation.comment", equalTo("合併"))
                    .body("revocation.crlVisibleSince", notNullValue())
                    .body("history.operation", hasItem("certificate.revoke"));
            assertThat(crl().getRevokedCertificate(new BigInteger(each.getString("serial"), 16)))
                    .isNotNull();
        }
        assertThat(Mailbox.await(sato.email(), "Bulk revocation finished").text())
                .contains("Certificates revoked: 2")
                .doesNotContain("http");
        assertThat(bulks.revocationsIn(sato, bulk)).isEqualTo(2);

        // The same again starts nothing.
        http.as(sato)
                .post("/api/v1/revocations/{id}/submission", bulk)
                .then()
                .statusCode(202)
                .body("state", equalTo("DONE"))
                .body("finishedAt", equalTo(done.getString("finishedAt")));
        assertThat(bulks.revocationsIn(sato, bulk)).isEqualTo(2);
    }

    @Test
    void theSameWithOneKeyIsOne() {
        String id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        String first = withKey("once", id).then().statusCode(201).extract().path("id");
        withKey("once", id).then().statusCode(201).body("id", equalTo(first));
        Refusals.is(withKey("once", NOBODYS), 409, "idempotency-key-reused");
        http.as(sato).get("/api/v1/revocations").then().body("total.value", equalTo(1));
    }

    @Test
    void whereNothingCanBeRevokedNothingIsConfirmed() {
        String bulk = bulks.check(sato, NOBODYS);
        Refusals.is(bulks.submit(sato, bulk), 409, "nothing-to-revoke");
    }

    @Test
    void whatWasNotConfirmedInTimeLapsesAndIsForgotten() {
        String id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        String bulk = bulks.check(sato, id);
        clock.advance(Duration.ofHours(25));
        RequestSpecification again = http.cert(sato.identity()).header("Authorization", "Bearer " + http.logIn(sato));
        Refusals.is(again.post("/api/v1/revocations/{id}/submission", bulk), 410, "bulk-revocation-lapsed");
        Person suzuki = tenant.officer("Ichiro Suzuki");
        http.as(suzuki).get("/api/v1/revocations/{id}", bulk).then().body("state", equalTo("LAPSED"));
        http.as(suzuki)
                .queryParam("state", "LAPSED")
                .get("/api/v1/revocations")
                .then()
                .body("items.id", equalTo(List.of(bulk)));
        http.as(suzuki)
                .queryParam("state", "CHECKED")
                .get("/api/v1/revocations")
                .then()
                .body("total.value", equalTo(0));
        clock.advance(Duration.ofDays(7));
        upkeep.run();
        Refusals.is(http.as(tenant.officer("Jiro Mori")).get("/api/v1/revocations/{id}", bulk), 404, "not-found");
    }

    @Test
    void aCompromiseTakesThePlaceOfAWeakerReasonForMany() {
        String id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        steps.revoke(sato, id, "SUPERSEDED").then().statusCode(201);
        String at = http.as(sato).get("/api/v1/certificates/{id}", id).path("revocation.revokedAt");
        String bulk = steps.checkSelection(sato, List.of(id), Map.of("reason", "KEY_COMPROMISE"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(steps.outcomes(sato, bulk)).containsEntry(id, "REPLACEABLE");
        steps.carriedOutBulk(sato, bulk);
        http.as(sato)
                .get("/api/v1/certificates/{id}", id)
                .then()
                .body("revocation.reason", equalTo("KEY_COMPROMISE"))
                .body("revocation.revokedAt", equalTo(at));
    }

    @Test
    void whatSomebodyElseRevokesMeanwhileIsRevokedOnce() {
        String one = steps.issued(sato, tenant, "one.a.ac.jp").getString("id");
        String two = steps.issued(sato, tenant, "two.a.ac.jp").getString("id");
        String bulk = bulks.check(sato, one, two);
        steps.revoke(tenant.officer("Ichiro Suzuki"), one, "CESSATION_OF_OPERATION")
                .then()
                .statusCode(201);
        steps.carriedOutBulk(sato, bulk);
        assertThat(steps.outcomes(sato, bulk)).isEqualTo(Map.of(one, "ALREADY_REVOKED", two, "REVOKED"));
        http.as(sato)
                .get("/api/v1/certificates/{id}", one)
                .then()
                .body("revocation.reason", equalTo("CESSATION_OF_OPERATION"));
    }

    @Test
    void howeverOftenItIsBegunEachCertificateIsRevokedOnce() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(steps.issued(sato, tenant, "n" + i + ".a.ac.jp").getString("id"));
        }
        String bulk = bulks.check(sato, ids.toArray(String[]::new));
        bulks.submit(sato, bulk).then().statusCode(202);
        String instance = BulkRevocationJob.instance(
                tenant.id(), BulkRevocationId.parse(bulk).orElseThrow());
        Callable<Boolean> run = () -> {
            job.run(instance);
            return true;
        };
        try (var executor = Executors.newFixedThreadPool(3)) {
            for (Future<Boolean> each : executor.invokeAll(List.of(run, run, run))) {
                assertThat(each.get()).isTrue();
            }
        }
        assertThat(steps.outcomes(sato, bulk).values()).containsOnly("REVOKED").hasSize(6);
        assertThat(bulks.revocationsIn(sato, bulk)).isEqualTo(6);
    }

    @Test
    void theProgressIsToldUntilTheEnd() {
        String bulk =
                bulks.check(sato, steps.issued(sato, tenant, "www.a.ac.jp").getString("id"));
        bulks.submit(sato, bulk).then().statusCode(202);
        String events = http.as(sato)
                .get("/api/v1/revocations/{id}/events", bulk)
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .extract()
                .asString();
        String[] all = events.split("\n\n");
        assertThat(all[all.length - 1]).startsWith("data: ").contains("\"DONE\"", "\"done\":1");
    }

    private Response withKey(String key, String certificate) {
        return http.as(sato)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "SUPERSEDED", "certificates", List.of(certificate)))
                .post("/api/v1/revocations");
    }

    private X509CRL crl() throws Exception {
        byte[] list = http.plain().get("/pki/server-p256.crl").asByteArray();
        return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(list));
    }
}
