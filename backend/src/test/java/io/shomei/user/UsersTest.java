package io.shomei.user;

import static io.shomei.user.UserSteps.RIGHT;
import static io.shomei.user.UserSteps.USERS;
import static io.shomei.user.UserSteps.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.shomei.account.Account;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.database.TenantScope;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.user.UserSteps.Bank;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A tenant's users as its administrators look after them. The numbers are those of the acceptance scenarios. */
@ShomeiTest
class UsersTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    UserSteps users;

    @Inject
    Secrets secrets;

    @Inject
    TenantScope scope;

    @Inject
    InstantSource clock;

    @Test
    void at53TheListShowsHowEveryUserStands() {
        Bank bank = users.unproven();
        Account one = bank.user("Hojin User 1");
        Account two = bank.user("Hojin User 2");
        Account three = bank.withPin("Hojin User 3");
        secrets.issue(Actor.PLATFORM, one, SecretKind.GRID_CARD);
        secrets.issue(Actor.PLATFORM, two, SecretKind.TOTP);
        secrets.check(Actor.PLATFORM, two, SecretKind.TOTP, "no");
        for (int i = 0; i < 5; i++) {
            secrets.check(Actor.PLATFORM, one, SecretKind.GRID_CARD, "no");
        }
        users.desk(bank, two, "SUSPEND").then().statusCode(201);
        users.desk(bank, three, "REGISTER_INCIDENT").then().statusCode(201);
        users.list(bank, Map.of())
                .body("items.loginId", contains(one.loginId(), two.loginId(), three.loginId()))
                .body("items.certificate", contains("NONE", "NONE", "NONE"))
                .body("items.state", contains("ACTIVE", "SUSPENDED", "ACTIVE"))
                .body("items.otp", contains("LOCKED", "WARNING", "NONE"))
                .body("items[0].locked", contains("GRID_CARD"))
                .body("items[0].functions", empty())
                .body("items[0].incidentAt", nullValue())
                .body("items[2].incidentAt", notNullValue())
                .body("total.value", equalTo(3));
        users.list(bank, Map.of("incident", true)).body("items.loginId", contains(three.loginId()));
        users.list(bank, Map.of("incident", false, "locked", true)).body("items.loginId", contains(one.loginId()));
        users.list(bank, Map.of("locked", false)).body("items.loginId", contains(two.loginId(), three.loginId()));
        users.list(bank, Map.of("state", "SUSPENDED")).body("items.loginId", contains(two.loginId()));
        // An incident keeps the user out until it is lifted, whatever else is done.
        Refusals.is(users.logIn(three), 401, "log-in-failed");
        Refusals.is(users.desk(bank, three, "RESUME"), 409, "desk-action-without-effect");
        users.desk(bank, three, "LIFT_INCIDENT").then().statusCode(201);
        users.logIn(three).then().statusCode(201);
        Refusals.is(users.desk(bank, three, "LIFT_INCIDENT"), 409, "desk-action-without-effect");
    }

    /** HK-042: the two columns of the collection service, what a service is told, and who lifts what. */
    @Test
    void theCollectionServiceIsBlockedAndOpenedAgain() {
        Bank bank = users.unproven();
        Account user = bank.withPin("Hojin User 1");
        Refusals.is(users.desk(bank, user, "LIFT_COLLECTION_BLOCK"), 409, "desk-action-without-effect");
        users.desk(bank, user, "BLOCK_COLLECTION").then().statusCode(201);
        Refusals.is(users.desk(bank, user, "BLOCK_COLLECTION"), 409, "desk-action-without-effect");
        users.list(bank, Map.of())
                .body("items[0].collectionBlockedAt", notNullValue())
                .body("items[0].collectionAccumulatedAt", nullValue());
        String token = users.logIn(user).then().statusCode(201).extract().path("token");
        forward(token).header("Shomei-Collection", "BLOCKED");
        // Administrators do not say that it happened too often, and do not lift it then.
        Refusals.is(users.desk(bank, user, "BLOCK_COLLECTION_ACCUMULATED"), 403, "desk-action-not-offered");
        desk(user, "BLOCK_COLLECTION_ACCUMULATED").then().statusCode(201);
        forward(token).header("Shomei-Collection", "ACCUMULATED");
        Refusals.is(users.desk(bank, user, "LIFT_COLLECTION_BLOCK"), 409, "desk-action-without-effect");
        users.list(bank, Map.of()).body("items[0].collectionAccumulatedAt", notNullValue());
        desk(user, "LIFT_COLLECTION_BLOCK").then().statusCode(201);
        forward(token).header("Shomei-Collection", "OPEN");
        users.list(bank, Map.of())
                .body("items[0].collectionBlockedAt", nullValue())
                .body("items[0].collectionAccumulatedAt", nullValue());
        http.as(bank.administrator())
                .get("/api/v1/audit-events")
                .then()
                .body("items.operation", hasItems("account.block-collection", "account.lift-collection-block"));
    }

    private ValidatableResponse forward(String token) {
        return http.portal()
                .header("Authorization", "Bearer " + token)
                .get("/auth/forward")
                .then()
                .statusCode(204);
    }

    private Response desk(Account user, String kind) {
        return http.as(given.operator("Service Desk"))
                .contentType(ContentType.JSON)
                .body(Map.of("kind", kind, "reference", "2027-0412"))
                .post("/api/v1/accounts/{id}/desk-actions", user.id().toString());
    }

    /** F-12: who has not acquired, whose certificate ends, and in the order of their ends. */
    @Test
    void usersAreFoundByHowTheyStandWithCertificates() {
        Bank bank = users.unproven();
        Account none = bank.user("Hojin User 1");
        Account entitled = bank.user("Hojin User 2");
        Account later = bank.user("Hojin User 3");
        Account sooner = bank.user("Hojin User 4");
        Account ended = bank.user("Hojin User 5");
        users.choose(bank, entitled, "ISSUE", RIGHT).then().statusCode(200);
        List.of(later, sooner, ended).forEach(bank::certified);
        ends(later, Duration.ofDays(60));
        ends(sooner, Duration.ofDays(20));
        ends(ended, Duration.ofDays(-1));
        found(bank, Map.of("certificate", "NONE"), none);
        found(bank, Map.of("certificate", "ENTITLED"), entitled);
        found(bank, Map.of("certificate", "VALID"), later, sooner);
        found(bank, Map.of("certificate", "ENDED"), ended);
        found(bank, Map.of("endsWithinDays", 30), sooner);
        found(bank, Map.of("endsWithinDays", 90, "sort", "CERTIFICATE_UNTIL"), sooner, later);
        users.list(bank, Map.of("certificate", "VALID")).body("total.value", equalTo(2));
        Response first = http.as(bank.administrator())
                .queryParams(Map.of("sort", "CERTIFICATE_UNTIL", "limit", 3))
                .get(USERS);
        first.then().body("items.loginId", contains(ended.loginId(), sooner.loginId(), later.loginId()));
        http.as(bank.administrator())
                .queryParams(Map.of("sort", "CERTIFICATE_UNTIL", "limit", 3, "cursor", first.<String>path("next")))
                .get(USERS)
                .then()
                .body("items.loginId", containsInAnyOrder(none.loginId(), entitled.loginId()));
        // A place in one order is none in another.
        String place =
                http.as(bank.administrator()).queryParam("limit", 1).get(USERS).path("next");
        Refusals.is(
                http.as(bank.administrator())
                        .queryParams(Map.of("sort", "CERTIFICATE_UNTIL", "cursor", place))
                        .get(USERS),
                400,
                "malformed-request");
    }

    private void found(Bank bank, Map<String, Object> filter, Account... expected) {
        users.list(bank, filter)
                .body(
                        "items.loginId",
                        contains(Arrays.stream(expected).map(Account::loginId).toArray()));
    }

    /** Has somebody's certificate end so long from now. */
    private void ends(Account account, Duration left) {
        Instant end = clock.instant().plus(left);
        QuarkusTransaction.requiringNew()
                .run(() -> scope.in(account.tenant())
                        .update(
                                "update certificate set not_after = ?, not_before = ?, issued_at = ? where tenant_id = ? and account_id = ?",
                                end,
                                end.minus(Duration.ofDays(366)),
                                end.minus(Duration.ofDays(366)),
                                account.tenant().value(),
                                account.id().value()));
    }

    @Test
    void usersAreFoundPageByPage() {
        Bank bank = users.unproven();
        Account one = bank.user("Hojin User 1");
        Account two = bank.user("Hojin User 2");
        Account three = bank.user("Hojin User 3");
        Response first = http.as(bank.administrator()).queryParam("limit", 2).get(USERS);
        first.then().body("items.loginId", contains(one.loginId(), two.loginId()));
        Response second = http.as(bank.administrator())
                .queryParam("limit", 2)
                .queryParam("cursor", first.<String>path("next"))
                .get(USERS);
        second.then().body("items.loginId", contains(three.loginId())).body("next", nullValue());
        http.as(bank.administrator())
                .queryParam("limit", 2)
                .queryParam("cursor", second.<String>path("previous"))
                .get(USERS)
                .then()
                .body("items.loginId", contains(one.loginId(), two.loginId()));
        users.list(bank, Map.of("q", "ﾎｳｼﾞﾝ")).body("items.size()", equalTo(0));
        users.choose(bank, two, "KEEP", RIGHT).then().statusCode(200);
        users.list(bank, Map.of("q", "ﾎｳｼﾞﾝ")).body("items.loginId", contains(two.loginId()));
        users.list(bank, Map.of("q", Objects.requireNonNull(three.loginId())))
                .body("items.loginId", contains(three.loginId()));
        Refusals.is(http.as(bank.administrator()).queryParam("cursor", "PjE").get(USERS), 400, "malformed-request");
        assertThat(users.list(users.corporation(), Map.of()).extract().<List<?>>path("items"))
                .isEmpty();
    }

    @Test
    void aUserIsRegisteredAndTheIdIsNeverGivenAgain() {
        Bank bank = users.corporation();
        String loginId = id();
        Map<String, Object> wanted = new HashMap<>(
                Map.of("loginId", loginId, "kana", "ﾔﾏﾀﾞ ﾊﾅｺ", "name", "山田　花子", "email", "hanako@yamada.example.com"));
        Refusals.is(users.register(bank, wanted, null), 403, "reproof-wrong");
        wanted.put("reproof", RIGHT);
        wanted.put("certificate", "ISSUE");
        String id = users.register(bank, wanted, "register-" + loginId)
                .then()
                .statusCode(201)
                .header("ETag", notNullValue())
                .body("user.name", equalTo("山田　花子"))
                .body("user.kana", equalTo("ﾔﾏﾀﾞ ﾊﾅｺ"))
                .body("user.certificate", equalTo("ENTITLED"))
                .body("kanaName", equalTo(true))
                .body("reproof", equalTo("CONFIRMATION_PIN"))
                .body("permissions.functions", empty())
                .extract()
                .path("user.id");
        users.register(bank, wanted, "register-" + loginId)
                .then()
                .statusCode(201)
                .body("user.id", equalTo(id));
        wanted.put("name", "山田　華子");
        Refusals.is(users.register(bank, wanted, "register-" + loginId), 409, "idempotency-key-reused");
        users.desk(bank, id, "WITHDRAW").then().statusCode(201);
        users.list(bank, Map.of()).body("items", empty());
        users.list(bank, Map.of("state", "WITHDRAWN")).body("items.id", contains(id));
        users.register(bank, wanted, null).then().statusCode(422).body("errors.code", contains("login-id-taken"));
        Refusals.is(users.choose(bank, id, "KEEP", RIGHT), 409, "account-withdrawn");
        wanted.put("loginId", id());
        wanted.put("certificate", "REISSUE");
        Refusals.is(users.register(bank, wanted, null), 409, "certificate-choice-not-offered");
    }

    @Test
    void whatIsWrongWithNamesIsToldTogether() {
        Bank bank = users.unproven();
        codes(bank, Map.of("name", "Hanako"), "login-id-missing", "kana-missing", "name-form");
        codes(bank, Map.of("loginId", "12", "kana", "やまだ"), "login-id-form", "kana-form");
        codes(bank, Map.of("loginId", id(), "kana", "ﾔ".repeat(49), "name", "山".repeat(49)), "kana-form", "name-long");
        // Without a name in kanji the one in kana stands in its place.
        users.register(bank, Map.of("loginId", id(), "kana", "ﾔ".repeat(48), "reproof", RIGHT), null)
                .then()
                .statusCode(201)
                .body("user.name", equalTo("ﾔ".repeat(48)));
        Bank fx = users.trading();
        codes(fx, Map.of("loginId", "0" + id() + "1", "kana", "ﾔﾏﾀﾞ"), "name-missing", "kana-not-used");
        Refusals.is(
                http.as(fx.administrator())
                        .contentType(ContentType.JSON)
                        .body("{\"certificate\":\"SOON\"}")
                        .post(USERS),
                400,
                "malformed-request");
    }

    @Test
    void whoMayDoWhat() {
        Bank bank = users.corporation();
        Account user = bank.user("Hojin User 1");
        Person person = bank.certified(bank.user("Hojin User 2"));
        String id = user.id().toString();
        Map<String, Object> change = Map.of("kana", "ﾎｳｼﾞﾝ 1", "reproof", RIGHT);
        Map<String, Object> permissions = Map.of("functions", List.of());
        Refusals.needs(http, person, request -> request.get(USERS));
        Refusals.needs(
                http,
                person,
                request -> request.contentType(ContentType.JSON).body(change).post(USERS));
        Refusals.needs(http, person, request -> request.get(USERS + "/{id}", id));
        Refusals.needs(
                http,
                person,
                request -> request.contentType(ContentType.JSON)
                        .header("If-Match", "\"1\"")
                        .body(change)
                        .put(USERS + "/{id}", id));
        // AT-22: a contracting user who calls the administrators' settings directly.
        Refusals.needs(
                http,
                person,
                request -> request.contentType(ContentType.JSON)
                        .header("If-Match", "\"1\"")
                        .body(permissions)
                        .put(USERS + "/{id}/permissions", id));
        http.as(bank.administrator())
                .queryParam("operation", "access.refuse")
                .queryParam("q", "Hojin User 2")
                .get("/api/v1/audit-events")
                .then()
                .body("items.detail.request", hasItem("PUT /api/v1/users/{id}/permissions"))
                .body("items.targetId", hasItem(id));
        Person stranger = users.corporation().administrator();
        Refusals.unknown(stranger, http, id, (request, other) -> request.get(USERS + "/{id}", other));
        Refusals.unknown(
                stranger,
                http,
                id,
                (request, other) -> request.contentType(ContentType.JSON)
                        .header("If-Match", "\"1\"")
                        .body(change)
                        .put(USERS + "/{id}", other));
        Refusals.unknown(
                stranger,
                http,
                id,
                (request, other) -> request.contentType(ContentType.JSON)
                        .header("If-Match", "\"1\"")
                        .body(permissions)
                        .put(USERS + "/{id}/permissions", other));
        Refusals.notPermitted(
                http.as(stranger).get(USERS + "/{id}", stranger.account().toString()));
        for (int i = 0; i < 5; i++) {
            users.choose(bank, user, "KEEP", "1379abd");
        }
        Refusals.is(users.choose(bank, user, "KEEP", RIGHT), 423, "reproof-locked");
        Refusals.is(
                users.register(bank, Map.of("loginId", id(), "kana", "ﾔ", "reproof", RIGHT), null),
                423,
                "reproof-locked");
        Refusals.is(
                http.as(bank.administrator())
                        .contentType(ContentType.JSON)
                        .header("If-Match", "\"1\"")
                        .body(Map.of("functions", List.of(), "reproof", RIGHT))
                        .put(USERS + "/{id}/permissions", id),
                423,
                "reproof-locked");
    }

    private void codes(Bank bank, Map<String, Object> wanted, String... codes) {
        Map<String, Object> body = new HashMap<>(wanted);
        body.put("reproof", RIGHT);
        users.register(bank, body, null)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/account-faulty"))
                .body("errors.code", containsInAnyOrder(codes));
    }
}
