package io.shomei.tenant;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.shomei.kernel.TenantId;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators take tenants out of work and back. */
@ShomeiTest
class TenantStatesTest {
    @Inject
    Fixtures given;

    @Inject
    Steps steps;

    @Inject
    Http http;

    private Fixtures.Organisation tenant;
    private String id;
    private Person sato;
    private Person desk;

    @BeforeEach
    void aTenantAtWork() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
        id = tenant.id().toString();
        desk = given.operator("Service Desk");
    }

    @Test
    void nobodyOfASuspendedTenantWorksUntilItIsResumed() {
        String file =
                steps.uploaded(sato, Row.file(Row.of(tenant, "one.a.ac.jp"))).getString("id");
        String open = http.logIn(sato);
        suspend(id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("SUSPENDED"))
                .body("stateReason", equalTo("as asked for"));
        Refusals.is(http.as(sato).get("/api/v1/tenant"), 403, "tenant-not-active");
        Refusals.is(steps.apply(sato, Row.of(tenant, "two.a.ac.jp")), 403, "tenant-not-active");
        Refusals.is(steps.submit(sato, file), 403, "tenant-not-active");
        Refusals.is(logIn(sato), 403, "tenant-not-active");
        http.cert(sato.identity())
                .header("Authorization", "Bearer " + open)
                .delete("/api/v1/session")
                .then()
                .statusCode(204);
        Refusals.is(suspend(id), 409, "tenant-state-wrong");
        resume(id).then().statusCode(200).body("state", equalTo("ACTIVE")).body("stateReason", nullValue());
        Refusals.is(resume(id), 409, "tenant-state-wrong");
        logIn(sato).then().statusCode(201);
        steps.submit(sato, file).then().statusCode(202);
        steps.awaitEnd(sato, file);
        http.as(sato)
                .get("/api/v1/audit-events")
                .then()
                .body("items.operation", hasItems("tenant.suspend", "tenant.resume"));
    }

    @Test
    void whatWasIssuedIsCollectedAndItsStatusTold() {
        Steps.Waiting waiting = steps.waiting(sato, tenant, "one.a.ac.jp");
        suspend(id).then().statusCode(200);
        http.portal().get("/api/v1/enrolments/{token}", waiting.token()).then().statusCode(200);
        http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("format", "PEM"))
                .post("/api/v1/enrolments/{token}/collection", waiting.token())
                .then()
                .statusCode(200);
        http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "KEY_COMPROMISE", "reference", "R-1"))
                .post("/api/v1/certificates/{id}/revocation", waiting.certificate())
                .then()
                .statusCode(201);
    }

    @Test
    void theEndIsForEverAndLeavesCertificatesAsTheyAre() {
        String certificate = steps.issued(sato, tenant, "one.a.ac.jp").getString("id");
        Refusals.is(end(id, "SOMETHING-ELSE", "KEEP"), 422, "tenant-confirmation-wrong");
        end(id, tenant.code(), "KEEP").then().statusCode(200).body("state", equalTo("ENDED"));
        Refusals.is(logIn(sato), 403, "tenant-not-active");
        for (Response again : List.of(suspend(id), resume(id), end(id, tenant.code(), "KEEP"))) {
            Refusals.is(again, 409, "tenant-state-wrong");
        }
        certificate(certificate).then().body("status", equalTo("ISSUED"));
    }

    @Test
    void theEndRevokesWhatTheTenantHasWhereTheOperatorDecidesSo() {
        String certificate = steps.issued(sato, tenant, "one.a.ac.jp").getString("id");
        Fixtures.Organisation other = given.tenant("b").withDomain("b.ac.jp");
        String others = steps.issued(other.officer("Ichiro Suzuki"), other, "one.b.ac.jp")
                .getString("id");
        end(id, tenant.code(), "REVOKE").then().statusCode(200);
        Eventually.isTrue(
                "the revocation", () -> certificate(certificate).path("status").equals("REVOKED"));
        certificate(certificate).then().body("revocation.reason", equalTo("CESSATION_OF_OPERATION"));
        certificate(others).then().body("status", equalTo("ISSUED"));
    }

    @Test
    void thePlatformItselfStays() {
        String platform = TenantId.PLATFORM.toString();
        String code = http.as(desk).get("/api/v1/tenants/{id}", platform).path("code");
        for (Response refused : List.of(suspend(platform), resume(platform), end(platform, code, "REVOKE"))) {
            Refusals.is(refused, 409, "tenant-is-platform");
        }
    }

    @Test
    void whatIsNotThereOrNotSaidIsRefused() {
        for (String path : List.of("suspension", "resumption", "end")) {
            Map<String, Object> body = path.equals("end")
                    ? Map.of("reason", "x", "confirmation", "x", "certificates", "KEEP")
                    : Map.of("reason", "x");
            Refusals.is(post(desk, "no-id", path, body), 404, "not-found");
            Refusals.is(post(desk, id, path, Map.of()), 400, "malformed-request");
            Refusals.needs(
                    http,
                    sato,
                    request -> request.contentType(ContentType.JSON)
                            .body(body)
                            .post("/api/v1/tenants/{id}/{path}", id, path));
        }
    }

    private Response suspend(String tenantId) {
        return post(desk, tenantId, "suspension", Map.of("reason", "as asked for"));
    }

    private Response resume(String tenantId) {
        return post(desk, tenantId, "resumption", Map.of("reason", "as asked for"));
    }

    private Response end(String tenantId, String confirmation, String certificates) {
        return post(
                desk,
                tenantId,
                "end",
                Map.of("reason", "as asked for", "confirmation", confirmation, "certificates", certificates));
    }

    private Response post(Person person, String tenantId, String path, Map<String, Object> body) {
        return http.as(person)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/tenants/{id}/{path}", tenantId, path);
    }

    private Response logIn(Person person) {
        return http.cert(person.identity())
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/session");
    }

    private Response certificate(String certificate) {
        return http.as(desk).get("/api/v1/certificates/{id}", certificate);
    }
}
