package io.shomei.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.shomei.kernel.TenantId;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Operators read and change policies; nobody else does. */
@ShomeiTest
class ChangePolicyTest {
    private static final Map<String, Object> SHORTER = Map.of("session", Map.of("idleTimeout", "PT15M"));

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Policies policies;

    @Test
    void aChangeMakesAVersionThatHoldsAndIsToldOf() {
        Fixtures.Organisation tenant = given.tenant("a");
        Person desk = given.operator("Service Desk");
        read(desk, tenant.id()).then().statusCode(200).header("ETag", "\"1\"").body("overrides", equalTo(Map.of()));
        change(desk, tenant.id(), 1, "research-federation", SHORTER)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2))
                .body("overrides", equalTo(SHORTER))
                .body("values.session.idleTimeout", equalTo("PT15M"))
                .body("values.session.idleEvent", equalTo("REQUEST"))
                .body("changedBy", equalTo("Service Desk"))
                .body("comment", equalTo("as asked for"));
        assertThat(policies.of(tenant.id()).session().idleTimeout()).isEqualTo(Duration.ofMinutes(15));
        http.as(desk)
                .header("Accept-Language", "en")
                .get("/api/v1/tenants/{id}/policy/versions", tenant.id().toString())
                .then()
                .statusCode(200)
                .body("items.version", equalTo(List.of(2, 1)))
                .body("items[0].differences[0].title", equalTo("Ends when idle for"))
                .body("items[0].differences[0].before", equalTo("30 minutes"))
                .body("items[0].differences[0].after", equalTo("15 minutes"))
                .body("items[1].differences", empty());
        http.as(desk)
                .queryParam("operation", "policy.change")
                .get("/api/v1/audit-events")
                .then()
                .body("items[0].actor", equalTo("Service Desk"));
    }

    @Test
    void aChangeFromAnOldVersionIsRefused() {
        TenantId tenant = given.tenant("a").id();
        Person desk = given.operator("Service Desk");
        change(desk, tenant, 1, "research-federation", SHORTER).then().statusCode(200);
        Refusals.is(change(desk, tenant, 1, "bank-fx", Map.of()), 412, "changed-meanwhile");
        Refusals.is(
                http.as(desk)
                        .contentType(ContentType.JSON)
                        .body(Map.of("preset", "bank-fx", "overrides", Map.of(), "comment", "x"))
                        .put("/api/v1/tenants/{id}/policy", tenant.toString()),
                400,
                "malformed-request");
        assertThat(policies.of(tenant).version()).isEqualTo(2);
    }

    @Test
    void ofTwoChangesAtOnceOneIsMade() throws Exception {
        TenantId tenant = given.tenant("a").id();
        Person desk = given.operator("Service Desk");
        http.as(desk);
        try (var executor = Executors.newFixedThreadPool(4)) {
            Callable<Integer> one = () ->
                    change(desk, tenant, 1, "research-federation", SHORTER).statusCode();
            List<Integer> answers = executor.invokeAll(List.of(one, one, one, one)).stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception failed) {
                            throw new AssertionError(failed);
                        }
                    })
                    .sorted()
                    .toList();
            assertThat(answers).isEqualTo(List.of(200, 412, 412, 412));
        }
    }

    @Test
    void everyFaultIsReportedTogetherAndNothingChanges() {
        TenantId tenant = given.tenant("a").id();
        Person desk = given.operator("Service Desk");
        Map<String, Object> faulty = Map.of(
                "session", Map.of("idleTimeout", "PT2H", "idle", 5),
                "lockout", Map.of("threshold", 0));
        change(desk, tenant, 1, "bank-fx", faulty)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/policy-faulty"))
                .body("errors.pointer", hasItems("/session/idleTimeout", "/session/idle", "/lockout/threshold"))
                .body("errors.find { it.pointer == '/session/idleTimeout' }.message", containsString("PT60M"));
        Refusals.is(change(desk, tenant, 1, "no-such-preset", Map.of()), 422, "policy-faulty");
        assertThat(policies.of(tenant).version()).isEqualTo(1);
    }

    @Test
    void aCheckShowsDifferencesFaultsAndWhatPeopleWillSee() {
        TenantId tenant = given.tenant("a").id();
        Person desk = given.operator("Service Desk");
        check(desk, tenant, "bank-fx", Map.of("lockout", Map.of("threshold", 5)))
                .then()
                .statusCode(200)
                .body("faults", empty())
                .body("fromPreset.path", equalTo(List.of("lockout.threshold")))
                .body("fromPreset[0].before", equalTo("3"))
                .body("fromPresent.path", hasItems("auth.methods", "tenantLabel"))
                .body("fromPresent.path", not(hasItem("lockout.threshold")))
                .body("sentences.text", hasItem("5回続けて間違えるとロックし、解除できるのはサービス窓口です。"));
        check(desk, tenant, "bank-fx", Map.of("issuance", Map.of("mode", "ASYNC")))
                .then()
                .statusCode(200)
                .body("faults.code", equalTo(List.of("PasswordNeedsTheRequest", "NobodyApprovesJobs")))
                .body("sentences", empty());
        Refusals.is(check(desk, tenant, "no-such-preset", Map.of()), 422, "policy-faulty");
        assertThat(policies.of(tenant).version()).isEqualTo(1);
    }

    @Test
    void theModelIsReadInBothLanguages() {
        Person desk = given.operator("Service Desk");
        http.as(desk)
                .get("/api/v1/policy-keys")
                .then()
                .statusCode(200)
                .body("items.find { it.path == 'session.idleTimeout' }.title", equalTo("無操作で終了するまで"))
                .body("items.find { it.path == 'session.idleTimeout' }.most", equalTo("PT60M"))
                .body("items.find { it.path == 'session.idleTimeout' }.atOnce", equalTo(true));
        http.as(desk)
                .header("Accept-Language", "en")
                .get("/api/v1/policy-presets")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("bank-fx", "library-terminals"))
                .body("items.find { it.name == 'bank-fx' }.title", equalTo("Foreign exchange service of a bank"))
                .body("items.find { it.name == 'bank-fx' }.values.lockout.threshold", equalTo(3));
    }

    @Test
    void anEarlierVersionIsHeldToTodaysProtection() {
        TenantId tenant = given.tenant("a").id();
        policies.assign(tenant, "bank-fx", "{\"lockout\":{\"threshold\":2},\"enrolment\":{\"urlLifetime\":\"P7D\"}}");
        Policy first = policies.of(tenant, 1);
        assertThat(first.version()).isEqualTo(1);
        assertThat(first.lockout().threshold()).isEqualTo(2);
        assertThat(first.enrolment().urlLifetime()).isEqualTo(java.time.Period.ofDays(30));
        assertThat(first.tenantLabel()).isEqualTo(Policy.TenantLabel.INSTITUTION);
    }

    @Test
    void onlyOperatorsReadOrChange() {
        Fixtures.Organisation tenant = given.tenant("a");
        String id = tenant.id().toString();
        Person officer = tenant.officer("Hanako Sato");
        Refusals.needs(http, officer, request -> request.get("/api/v1/policy-keys"));
        Refusals.needs(http, officer, request -> request.get("/api/v1/policy-presets"));
        Refusals.needs(http, officer, request -> request.get("/api/v1/tenants/{id}/policy", id));
        Refusals.needs(http, officer, request -> request.get("/api/v1/tenants/{id}/policy/versions", id));
        Refusals.needs(http, officer, request -> put(request, id));
        Refusals.needs(
                http,
                officer,
                request -> request.contentType(ContentType.JSON)
                        .body(Map.of("preset", "bank-fx", "overrides", Map.of()))
                        .post("/api/v1/tenants/{id}/policy/check", id));
    }

    @Test
    void aTenantThatIsNoneIsNotFound() {
        Person desk = given.operator("Service Desk");
        for (String nobody : List.of("no-id", "0197a1b2-0000-7000-8000-000000000001")) {
            Refusals.is(http.as(desk).get("/api/v1/tenants/{id}/policy", nobody), 404, "not-found");
            Refusals.is(http.as(desk).get("/api/v1/tenants/{id}/policy/versions", nobody), 404, "not-found");
            Refusals.is(put(http.as(desk), nobody), 404, "not-found");
            Refusals.is(
                    http.as(desk)
                            .contentType(ContentType.JSON)
                            .body(Map.of("preset", "bank-fx", "overrides", Map.of()))
                            .post("/api/v1/tenants/{id}/policy/check", nobody),
                    404,
                    "not-found");
        }
    }

    private static Response put(io.restassured.specification.RequestSpecification request, String id) {
        return request.contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(Map.of("preset", "bank-fx", "overrides", Map.of(), "comment", "as asked for"))
                .put("/api/v1/tenants/{id}/policy", id);
    }

    private Response read(Person desk, TenantId tenant) {
        return http.as(desk).get("/api/v1/tenants/{id}/policy", tenant.toString());
    }

    private Response change(Person desk, TenantId tenant, int from, String preset, Map<String, Object> overrides) {
        return http.as(desk)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + from + "\"")
                .body(Map.of("preset", preset, "overrides", overrides, "comment", "as asked for"))
                .put("/api/v1/tenants/{id}/policy", tenant.toString());
    }

    private Response check(Person desk, TenantId tenant, String preset, Map<String, Object> overrides) {
        return http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("preset", preset, "overrides", overrides))
                .post("/api/v1/tenants/{id}/policy/check", tenant.toString());
    }
}
