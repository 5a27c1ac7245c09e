package io.shomei.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.testing.AtOnce;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators register tenants and change what they registered. */
@ShomeiTest
class RegisterTenantTest {
    private static final String DEADLINE = "2099-12-31T14:59:59Z";
    private static final Map<String, Object> SUBJECT =
            Map.of("o", "Hokuto University", "st", "Hokkaido", "l", "Sapporo", "c", "JP");
    private static final Map<String, Object> CONTACT =
            Map.of("name", "北斗花子", "latinName", "Hanako Hokuto", "unit", "情報基盤センター", "email", "hanako@hokuto.ac.jp");

    @Inject
    Fixtures given;

    @Inject
    Steps steps;

    @Inject
    Http http;

    private Person desk;

    @BeforeEach
    void operator() {
        desk = given.operator("Service Desk");
    }

    @Test
    void aTenantIsRegisteredWithItsDomainsAndWorksUnderItsPolicy() {
        Map<String, Object> tenant = tenant();
        String id = register(desk, tenant)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("code", equalTo(tenant.get("code")))
                .body("label", equalTo("INSTITUTION"))
                .body("state", equalTo("ACTIVE"))
                .body("subject", equalTo(SUBJECT))
                .body("domains[0].name", equalTo("hokuto.ac.jp"))
                .body("domains[0].issuingDeadline", equalTo(DEADLINE))
                .body("domains[0].units.name", equalTo(List.of("Library")))
                .body("contacts", equalTo(List.of(CONTACT)))
                .body("licences", nullValue())
                .extract()
                .path("id");
        http.as(desk)
                .get("/api/v1/tenants/{id}/policy", id)
                .then()
                .statusCode(200)
                .body("preset", equalTo("research-federation"));
        history(id).then().body("items.operation", equalTo(List.of("tenant.register")));
    }

    @Test
    void aCodeIsGivenOnceHoweverManyAskForItAtOnce() throws Exception {
        String code = "RACE-" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        http.as(desk).get("/api/v1/session").then().statusCode(200);
        List<Callable<Integer>> attempts = IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(i -> () -> {
                    Map<String, Object> tenant = new HashMap<>(tenant());
                    tenant.put("code", i % 2 == 0 ? code : code.toLowerCase(Locale.ROOT));
                    return register(desk, tenant).statusCode();
                })
                .toList();
        assertThat(AtOnce.all(attempts)).containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
    }

    @Test
    void theSameRequestAgainRegistersNothing() {
        Map<String, Object> tenant = tenant();
        String id = once("one", tenant).then().statusCode(201).extract().path("id");
        once("one", tenant).then().statusCode(201).body("id", equalTo(id));
        Refusals.is(once("one", tenant()), 409, "idempotency-key-reused");
        Refusals.is(register(desk, tenant), 409, "tenant-code-taken");
        tenant.put("code", String.valueOf(tenant.get("code")).toLowerCase(Locale.ROOT));
        Refusals.is(register(desk, tenant), 409, "tenant-code-taken");
    }

    @Test
    void everythingThatIsWrongIsToldTogether() {
        Map<String, Object> tenant = tenant();
        tenant.put("nameJa", "北斗大学 ");
        tenant.put("preset", "no-such-preset");
        tenant.put("timeZone", "Asia/Tokio");
        tenant.put("contacts", List.of(Map.of("name", "北斗花子", "email", "hanako")));
        tenant.put("domains", List.of(domain("-hokuto.ac.jp", "12"), domain("hokuto.ac.jp"), domain("HOKUTO.ac.jp")));
        register(desk, tenant)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/tenant-faulty"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/nameJa",
                                "/preset",
                                "/timeZone",
                                "/contacts/0/email",
                                "/domains/0/name",
                                "/domains/0/units/0",
                                "/domains/2/name"));
        tenant.put("code", "北斗");
        Refusals.is(register(desk, tenant), 400, "malformed-request");
    }

    @Test
    void whatIsRegisteredIsChangedFromTheVersionThatWasSeen() {
        String id = register(desk, tenant()).then().extract().path("id");
        Map<String, Object> change = change("北斗学園大学");
        change(desk, id, 1, change)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("nameJa", equalTo("北斗学園大学"))
                .body("licences", equalTo(50))
                .body("contacts", hasSize(0))
                .body("domains", hasSize(1));
        Refusals.is(change(desk, id, 1, change), 412, "changed-meanwhile");
        change.put("timeZone", "Mars/Olympus");
        Refusals.is(change(desk, id, 2, change), 422, "tenant-faulty");
        change.put("timeZone", "");
        Refusals.is(change(desk, id, 2, change), 400, "malformed-request");
        Refusals.is(change(desk, "no-id", 2, change("x")), 404, "not-found");
        history(id)
                .then()
                .body("items[0].operation", equalTo("tenant.change"))
                .body("items[0].detail.nameJa", equalTo("北斗大学 → 北斗学園大学"))
                .body("items[0].detail.licences", containsString("50"));
    }

    @Test
    void domainsAreAddedGivenAnotherDeadlineAndRemoved() {
        String id = register(desk, tenant()).then().extract().path("id");
        put(desk, id, 1, "Lib.Hokuto.ac.jp", approval(DEADLINE, "Archive"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("domains.name", equalTo(List.of("hokuto.ac.jp", "lib.hokuto.ac.jp")));
        put(desk, id, 2, "hokuto.ac.jp", approval("2026-01-31T14:59:59Z", "Museum"))
                .then()
                .body("domains[0].permitted", equalTo(false))
                .body("domains[0].units.name", equalTo(List.of("Library", "Museum")))
                .body("domains[0].units.state", equalTo(List.of("WITHDRAWN", "PERMITTED")));
        Refusals.is(put(desk, id, 2, "hokuto.ac.jp", approval(DEADLINE)), 412, "changed-meanwhile");
        Refusals.is(put(desk, id, 3, "hokuto_ac_jp", approval(DEADLINE)), 422, "tenant-faulty");
        Refusals.is(put(desk, id, 3, "hokuto.ac.jp", Map.of()), 400, "malformed-request");
        Refusals.is(put(desk, "no-id", 3, "hokuto.ac.jp", approval(DEADLINE)), 404, "not-found");
        remove(desk, id, 3, "hokuto.ac.jp")
                .then()
                .statusCode(200)
                .body("domains.name", equalTo(List.of("lib.hokuto.ac.jp")));
        Refusals.is(remove(desk, id, 3, "lib.hokuto.ac.jp"), 412, "changed-meanwhile");
        Refusals.is(remove(desk, id, 4, "hokuto.ac.jp"), 404, "not-found");
        Refusals.is(
                http.as(desk).delete("/api/v1/tenants/{id}/domains/{name}", id, "lib.hokuto.ac.jp"),
                400,
                "malformed-request");
        history(id)
                .then()
                .body(
                        "items.operation",
                        equalTo(List.of("domain.remove", "domain.change", "domain.add", "tenant.register")));
    }

    @Test
    void anotherDeadlineHoldsForTheNextApplication() {
        Fixtures.Organisation tenant = given.tenant("a").withDomain("a.ac.jp");
        Person sato = tenant.officer("Hanako Sato");
        steps.apply(sato, Row.of(tenant, "one.a.ac.jp")).then().statusCode(201);
        String id = tenant.id().toString();
        put(desk, id, 1, "a.ac.jp", approval("2026-01-31T14:59:59Z")).then().statusCode(200);
        steps.apply(sato, Row.of(tenant, "two.a.ac.jp"))
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("225")));
        remove(desk, id, 2, "a.ac.jp").then().statusCode(200);
        steps.apply(sato, Row.of(tenant, "three.a.ac.jp"))
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("224")));
    }

    @Test
    void contactsAreForOfficersAndAdministratorsToSee() {
        Fixtures.Organisation tenant = given.tenant("a").withDomain("a.ac.jp");
        Map<String, Object> change = change("a大学");
        change.put("contacts", List.of(CONTACT));
        change(desk, tenant.id().toString(), 1, change).then().statusCode(200);
        for (Person person : List.of(tenant.officer("Hanako Sato"), tenant.administrator("Jiro Mori"))) {
            http.as(person).get("/api/v1/tenant").then().body("contacts[0].name", equalTo("北斗花子"));
        }
        http.as(tenant.user("Taro Yamada")).get("/api/v1/tenant").then().body("contacts", nullValue());
    }

    @Test
    void oneContactMayBeTheHead() {
        Map<String, Object> head = Map.of("name", "青木一郎", "email", "aoki@hokuto.ac.jp", "head", true);
        Map<String, Object> tenant = tenant();
        tenant.put("contacts", List.of(CONTACT, head, head));
        Response refused = register(desk, tenant);
        Refusals.is(refused, 422, "tenant-faulty");
        refused.then().body("errors.pointer", equalTo(List.of("/contacts/2/head")));
        tenant.put("contacts", List.of(CONTACT, head));
        String id = register(desk, tenant)
                .then()
                .statusCode(201)
                .body("contacts", equalTo(List.of(CONTACT, head)))
                .extract()
                .path("id");
        Map<String, Object> other = change("北斗大学");
        other.put("contacts", List.of(CONTACT));
        change(desk, id, 1, other).then().statusCode(200).body("contacts", equalTo(List.of(CONTACT)));
        history(id).then().body("items[0].detail.head", equalTo("青木一郎 → "));
    }

    @Test
    void tenantsAreListedByState() {
        Fixtures.Organisation tenant = given.tenant("gone").inState(Tenant.State.ENDED);
        String id = tenant.id().toString();
        http.as(desk)
                .queryParam("state", "ENDED")
                .queryParam("q", tenant.code())
                .get("/api/v1/tenants")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(id)));
        http.as(desk)
                .queryParam("state", "ACTIVE")
                .queryParam("q", tenant.code())
                .get("/api/v1/tenants")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void whatHasEndedIsNotChanged() {
        String id = given.tenant("gone")
                .inState(Tenant.State.ENDED)
                .withDomain("gone.ac.jp")
                .id()
                .toString();
        Refusals.is(change(desk, id, 1, change("x")), 409, "tenant-ended");
        Refusals.is(put(desk, id, 1, "gone.ac.jp", approval(DEADLINE)), 409, "tenant-ended");
        Refusals.is(remove(desk, id, 1, "gone.ac.jp"), 409, "tenant-ended");
    }

    @Test
    void nobodyElseRegistersOrChangesTenants() {
        Fixtures.Organisation tenant = given.tenant("a").withDomain("a.ac.jp");
        String id = tenant.id().toString();
        Person sato = tenant.officer("Hanako Sato");
        Refusals.needs(http, sato, request -> json(request, tenant()).post("/api/v1/tenants"));
        Refusals.needs(
                http,
                sato,
                request ->
                        json(request, change("x")).header("If-Match", "\"1\"").put("/api/v1/tenants/{id}", id));
        Refusals.needs(
                http,
                sato,
                request -> json(request, approval(DEADLINE))
                        .header("If-Match", "\"1\"")
                        .put("/api/v1/tenants/{id}/domains/a.ac.jp", id));
        Refusals.needs(
                http,
                sato,
                request -> request.header("If-Match", "\"1\"").delete("/api/v1/tenants/{id}/domains/a.ac.jp", id));
    }

    private static Map<String, Object> tenant() {
        Map<String, Object> tenant = new HashMap<>();
        tenant.put("code", "HOKUTO-" + ThreadLocalRandom.current().nextInt(1_000_000_000));
        tenant.put("nameJa", "北斗大学");
        tenant.put("nameEn", "Hokuto University");
        tenant.put("subject", SUBJECT);
        tenant.put("preset", "research-federation");
        tenant.put("timeZone", "Asia/Tokyo");
        tenant.put("domains", List.of(domain("hokuto.ac.jp", "Library")));
        tenant.put("contacts", List.of(CONTACT));
        return tenant;
    }

    private static Map<String, Object> change(String nameJa) {
        Map<String, Object> change = new HashMap<>();
        change.put("nameJa", nameJa);
        change.put("nameEn", "Hokuto University");
        change.put("subject", SUBJECT);
        change.put("timeZone", "Asia/Tokyo");
        change.put("contacts", List.of());
        change.put("licences", 50);
        return change;
    }

    private static Map<String, Object> domain(String name, String... units) {
        Map<String, Object> domain = new HashMap<>(approval(DEADLINE, units));
        domain.put("name", name);
        return domain;
    }

    private static Map<String, Object> approval(String deadline, String... units) {
        return Map.of("issuingDeadline", deadline, "wildcardAllowed", false, "units", List.of(units));
    }

    private Response register(Person person, Map<String, Object> tenant) {
        return json(http.as(person), tenant).post("/api/v1/tenants");
    }

    private Response once(String key, Map<String, Object> tenant) {
        return json(http.as(desk), tenant).header("Idempotency-Key", key).post("/api/v1/tenants");
    }

    private Response change(Person person, String id, int seen, Map<String, Object> change) {
        return json(http.as(person), change)
                .header("If-Match", "\"" + seen + "\"")
                .put("/api/v1/tenants/{id}", id);
    }

    private Response put(Person person, String id, int seen, String name, Map<String, Object> approval) {
        return json(http.as(person), approval)
                .header("If-Match", "\"" + seen + "\"")
                .put("/api/v1/tenants/{id}/domains/{name}", id, name);
    }

    private Response remove(Person person, String id, int seen, String name) {
        return http.as(person)
                .header("If-Match", "\"" + seen + "\"")
                .delete("/api/v1/tenants/{id}/domains/{name}", id, name);
    }

    private Response history(String tenant) {
        return http.as(desk).queryParam("q", code(tenant)).get("/api/v1/audit-events");
    }

    private String code(String tenant) {
        return http.as(desk)
                .get("/api/v1/tenants/{id}", tenant)
                .then()
                .extract()
                .path("code");
    }

    private static RequestSpecification json(RequestSpecification request, Map<String, Object> body) {
        return request.contentType(ContentType.JSON).body(body);
    }
}
