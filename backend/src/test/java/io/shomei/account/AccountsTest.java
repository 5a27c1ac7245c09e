package io.shomei.account;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.kernel.Role;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Accounts are found, registered and changed. */
@ShomeiTest
class AccountsTest {
    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final AtomicInteger IDS = new AtomicInteger(1_000_000);

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Secrets secrets;

    @Test
    void theDeskFindsACustomersPeopleAmongAllTenants() {
        Fixtures.Organisation bank = bank("bank-fx");
        Account user = bank.withLoginId(Role.USER, "0" + IDS.incrementAndGet() + "17", "Hojin User 1");
        Person desk = given.operator("Service Desk");
        for (String text :
                List.of(Objects.requireNonNull(user.loginId()), "ojin user", Objects.requireNonNull(user.email()))) {
            Response found = http.as(desk)
                    .queryParam("q", text)
                    .queryParam("tenant", bank.id().toString())
                    .get(ACCOUNTS);
            found.then()
                    .statusCode(200)
                    .body("items.id", contains(user.id().toString()))
                    .body("items[0].loginId", equalTo(user.loginId()))
                    .body("items[0].tenant.id", equalTo(bank.id().toString()))
                    .body("items[0].locked", empty());
        }
        // A leading zero counts (AT-72).
        http.as(desk)
                .queryParam("q", Objects.requireNonNull(user.loginId()))
                .get(ACCOUNTS)
                .then()
                .body("items.id", contains(user.id().toString()));
        http.as(desk).queryParam("tenant", "nobody").get(ACCOUNTS).then().body("items", empty());
    }

    @Test
    void aLockedAccountIsFoundAsSuch() {
        Fixtures.Organisation bank = bank("bank-fx");
        Account locked = bank.withLoginId(Role.USER, "0" + IDS.incrementAndGet() + "18", "Hojin User 1");
        Account other = bank.withLoginId(Role.USER, "0" + IDS.incrementAndGet() + "19", "Hojin User 2");
        for (Account each : List.of(locked, other)) {
            secrets.set(Actor.PLATFORM, each, SecretKind.PASSWORD, "Abcd1234");
            secrets.check(Actor.PLATFORM, each, SecretKind.PASSWORD, "wrong");
        }
        secrets.check(Actor.PLATFORM, locked, SecretKind.PASSWORD, "wrong");
        secrets.check(Actor.PLATFORM, locked, SecretKind.PASSWORD, "wrong");
        Person desk = given.operator("Service Desk");
        String tenant = bank.id().toString();
        http.as(desk)
                .queryParam("tenant", tenant)
                .queryParam("locked", true)
                .get(ACCOUNTS)
                .then()
                .body("items.id", contains(locked.id().toString()))
                .body("items[0].locked", contains("PASSWORD"));
        http.as(desk)
                .queryParam("tenant", tenant)
                .queryParam("locked", false)
                .queryParam("role", "USER")
                .queryParam("state", "ACTIVE")
                .get(ACCOUNTS)
                .then()
                .body("items.id", contains(other.id().toString()));
        http.as(desk)
                .get(ACCOUNTS + "/{id}", locked.id().toString())
                .then()
                .body("secrets[0].kind", equalTo("PASSWORD"))
                .body("secrets[0].failures", equalTo(3))
                .body("secrets[0].locked", equalTo(true))
                .body("secrets[0].lockedUntil", nullValue())
                .body("secrets[0].lastFailureAt", notNullValue());
    }

    @Test
    void aTenantsPeopleSeeTheirOwnAccountsPageByPage() {
        Fixtures.Organisation bank = bank("bank-fx");
        Person administrator = bank.administrator("Taro Kanri");
        Fixtures.Organisation stranger = bank("bank-fx");
        Person strangersUser = stranger.user("Jiro Tanin");
        bank.user("Hojin User 1");
        bank.user("Hojin User 2");
        var first = http.as(administrator)
                .queryParam("limit", 2)
                .queryParam("tenant", stranger.id().toString())
                .get(ACCOUNTS);
        first.then()
                .body("items.name", contains("Hojin User 2", "Hojin User 1"))
                .body("items[0].certificateUntil", notNullValue())
                .body("total.value", equalTo(3));
        http.as(administrator)
                .queryParam("limit", 2)
                .queryParam("cursor", first.<String>path("next"))
                .get(ACCOUNTS)
                .then()
                .body("items.name", contains("Taro Kanri"));
        Refusals.is(http.as(administrator).queryParam("cursor", "!").get(ACCOUNTS), 400, "malformed-request");
        Refusals.needs(http, bank.user("Hojin User 3"), request -> request.get(ACCOUNTS));
        Refusals.unknown(
                administrator,
                http,
                strangersUser.account().toString(),
                (request, id) -> request.get(ACCOUNTS + "/{id}", id));
        http.as(administrator)
                .get(ACCOUNTS + "/{id}", administrator.account().toString())
                .then()
                .statusCode(200)
                .body("logIns", hasSize(1));
        Refusals.needs(
                http,
                bank.user("Hojin User 4"),
                request ->
                        request.get(ACCOUNTS + "/{id}", administrator.account().toString()));
    }

    @Test
    void anOperatorRegistersAccountsOfEveryTenant() {
        Fixtures.Organisation bank = bank("bank-fx");
        Person desk = given.operator("Service Desk");
        String loginId = "0" + IDS.incrementAndGet() + "20";
        Map<String, Object> wanted = new HashMap<>(Map.of(
                "tenant", bank.id().toString(),
                "role", "ADMINISTRATOR",
                "loginId", loginId,
                "name", "法人管理者1",
                "email", "kanri@example.com"));
        Response made = create(desk, wanted, "register-" + loginId);
        made.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("loginId", equalTo(loginId))
                .body("state", equalTo("ACTIVE"))
                .body("secrets", empty());
        create(desk, wanted, "register-" + loginId).then().statusCode(201).body("id", equalTo(made.path("id")));
        wanted.put("name", "法人管理者2");
        Refusals.is(create(desk, wanted, "register-" + loginId), 409, "idempotency-key-reused");
        create(desk, wanted, null)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/account-faulty"))
                .body("errors.code", contains("login-id-taken"))
                .body("errors.pointer", contains("/loginId"));
    }

    @Test
    void everyFaultIsToldTogether() {
        Fixtures.Organisation bank = bank("bank-fx");
        Person desk = given.operator("Service Desk");
        String tenant = bank.id().toString();
        codes(desk, Map.of("role", "USER", "name", "A", "rights", List.of("LISTS")))
                .body("errors.code", containsInAnyOrder("tenant-unknown", "rights-not-of-role"));
        codes(desk, Map.of("tenant", tenant, "role", "OPERATOR", "name", "A"))
                .body("errors.code", containsInAnyOrder("role-not-of-tenant", "login-id-missing"));
        codes(desk, Map.of("tenant", tenant, "role", "USER", "name", "A", "loginId", "12ab"))
                .body("errors.code", contains("login-id-form"));
        Refusals.is(create(desk, Map.of("tenant", tenant, "role", "USER", "name", ""), null), 400, "malformed-request");
    }

    /** They look after the users of their own tenant, see UsersTest. */
    @Test
    void administratorsRegisterAndChangeNoAccounts() {
        Fixtures.Organisation bank = bank("bank-corporate");
        Person administrator = bank.administrator("Taro Kanri");
        String user = bank.user("Hojin User 1").account().toString();
        Map<String, Object> wanted = Map.of("role", "USER", "name", "Hojin User 2");
        Refusals.needs(
                http,
                administrator,
                request -> request.contentType(ContentType.JSON).body(wanted).post(ACCOUNTS));
        Refusals.needs(
                http,
                administrator,
                request -> request.contentType(ContentType.JSON)
                        .header("If-Match", "\"1\"")
                        .body(Map.of("name", "B"))
                        .put(ACCOUNTS + "/{id}", user));
    }

    @Test
    void aChangeIsMadeFromWhatWasRead() {
        Fixtures.Organisation bank = bank("bank-fx");
        Person desk = given.operator("Service Desk");
        Person user = bank.user("Hojin User 1");
        Map<String, Object> body = Map.of("name", "Hojin User One", "email", "one@example.com", "rights", List.of());
        change(desk, user, "\"1\"", body)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", equalTo("Hojin User One"))
                .body("email", equalTo("one@example.com"));
        Refusals.is(change(desk, user, "\"1\"", body), 412, "changed-meanwhile");
        change(desk, bank.user("Hojin User 3"), "\"1\"", Map.of("name", "Hojin User 3", "email", ""))
                .then()
                .statusCode(200)
                .body("email", nullValue());
        http.as(desk)
                .queryParam("q", "User One")
                .queryParam("tenant", bank.id().toString())
                .get(ACCOUNTS)
                .then()
                .body("items.id", contains(user.account().toString()));
        change(desk, user, "\"2\"", Map.of("name", "A", "rights", List.of("SERVER")))
                .then()
                .statusCode(422)
                .body("errors.code", contains("rights-not-of-role"));
        Refusals.is(change(desk, user, "2", body), 400, "malformed-request");
        Refusals.is(
                http.as(desk)
                        .contentType(ContentType.JSON)
                        .header("If-Match", "\"1\"")
                        .body(body)
                        .put(ACCOUNTS + "/{id}", "nobody"),
                404,
                "not-found");
        Person gone = bank.person(Role.USER, "Hojin User 2", Set.of(), Account.State.WITHDRAWN);
        Refusals.is(change(desk, gone, "\"1\"", Map.of("name", "A")), 409, "account-withdrawn");
    }

    private Fixtures.Organisation bank(String preset) {
        String secret = preset.equals("bank-fx") ? "PASSWORD" : "PIN";
        return given.tenant("bank")
                .withPreset(preset)
                .withPolicy("{\"auth\":{\"methods\":[[\"CERT\"],[\"CERT\",\"" + secret + "\"]"
                        + (secret.equals("PIN") ? ",[\"ID\",\"PIN\"]" : "") + "]}}");
    }

    private io.restassured.response.ValidatableResponse codes(Person by, Map<String, Object> wanted) {
        return create(by, wanted, null).then().statusCode(422);
    }

    private Response create(Person by, Map<String, Object> wanted, @Nullable String key) {
        var request = http.as(by).contentType(ContentType.JSON).body(wanted);
        return (key == null ? request : request.header("Idempotency-Key", key)).post(ACCOUNTS);
    }

    private Response change(Person by, Person whom, String version, Map<String, Object> body) {
        return http.as(by)
                .contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(body)
                .put(ACCOUNTS + "/{id}", whom.account().toString());
    }
}
