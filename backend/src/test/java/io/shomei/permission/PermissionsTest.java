package io.shomei.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What users may do at the services behind the log-in, and that these are told and kept to it. */
@ShomeiTest
class PermissionsTest {
    private static final String PERMISSIONS = "/api/v1/users/{id}/permissions";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Secrets secrets;

    @Inject
    Accounts accounts;

    /** AT-23: an administrator has every function of the table, the settings included. */
    @Test
    void at23AnAdministratorHasEverythingAndAContractingUserAllButTheSettings() {
        Fixtures.Organisation bank = trading();
        Person administrator = bank.administrator("Taro Kanri");
        Person user = bank.user("Hojin User 1");
        for (String function :
                List.of("FORWARD_TRADE", "LEAVE_ORDER", "CONFIRM", "TRADE_MANAGEMENT", "USER_RESTRICTIONS")) {
            ask(administrator, function).then().statusCode(204);
        }
        ask(administrator, "FORWARD_TRADE")
                .then()
                .header("Shomei-Permissions", "CONFIRM,FORWARD_TRADE,LEAVE_ORDER,TRADE_MANAGEMENT,USER_RESTRICTIONS")
                .header("Shomei-Buy-Currencies", "ANY")
                .header("Shomei-Max-Per-Trade", "ANY");
        ask(user, "TRADE_MANAGEMENT")
                .then()
                .statusCode(204)
                .header("Shomei-Permissions", "CONFIRM,FORWARD_TRADE,LEAVE_ORDER,TRADE_MANAGEMENT");
        // AT-22: refused, and written down.
        Refusals.is(ask(user, "USER_RESTRICTIONS"), 403, "function-not-permitted");
        http.as(administrator)
                .queryParam("operation", "access.refuse")
                .get("/api/v1/audit-events")
                .then()
                .body("items.actor", hasItem("Hojin User 1"))
                .body("items.detail.request", hasItem("GET /auth/forward USER_RESTRICTIONS"))
                .body("items.detail.problem", hasItem("function-not-permitted"));
        // What nobody knows is nobody's.
        for (String function : List.of("ANYTHING", "", "BALANCE_INQUIRY")) {
            Refusals.is(ask(administrator, function), 403, "function-not-permitted");
        }
    }

    /** AT-75: what an administrator restricts is told to the service with the next request. */
    @Test
    void at75RestrictionsOfAUserAreServedAndKept() {
        Fixtures.Organisation bank = trading();
        Person administrator = bank.administrator("Taro Kanri");
        Person user = bank.user("Hojin User 1");
        Map<String, Object> wanted = new HashMap<>(Map.of(
                "functions",
                List.of("TRADE_MANAGEMENT", "FORWARD_TRADE", "FORWARD_TRADE"),
                "buyCurrencies",
                List.of("USD", "EUR"),
                "sellCurrencies",
                List.of(),
                "maxPerTrade",
                50_000_000));
        permit(administrator, user, "\"1\"", wanted)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("permissions.functions", contains("FORWARD_TRADE", "TRADE_MANAGEMENT"))
                .body("permissions.buyCurrencies", contains("EUR", "USD"))
                .body("permissions.sellCurrencies", empty())
                .body("permissions.maxPerTrade", equalTo(50_000_000));
        ask(user, "FORWARD_TRADE")
                .then()
                .statusCode(204)
                .header("Shomei-Permissions", "FORWARD_TRADE,TRADE_MANAGEMENT")
                .header("Shomei-Buy-Currencies", "EUR,USD")
                .header("Shomei-Sell-Currencies", "NONE")
                .header("Shomei-Max-Per-Trade", "50000000");
        Refusals.is(ask(user, "LEAVE_ORDER"), 403, "function-not-permitted");
        http.as(user)
                .get("/api/v1/own-account")
                .then()
                .statusCode(200)
                .body("permissions.functions", contains("FORWARD_TRADE", "TRADE_MANAGEMENT"))
                .body("permissions.maxPerTrade", equalTo(50_000_000));
        http.as(administrator)
                .queryParam("operation", "account.permit")
                .get("/api/v1/audit-events")
                .then()
                .body("items[0].target", equalTo("Hojin User 1"))
                .body("items[0].detail.sellCurrencies", equalTo(""))
                .body("items[0].detail.maxPerTrade", equalTo("50000000"));
        Refusals.is(permit(administrator, user, "\"1\"", wanted), 412, "changed-meanwhile");
        permit(administrator, user, "\"2\"", Map.of("functions", List.of()))
                .then()
                .statusCode(200)
                .body("permissions.buyCurrencies", nullValue());
        Refusals.is(ask(user, "FORWARD_TRADE"), 403, "function-not-permitted");
    }

    @Test
    void everyFaultIsToldTogether() {
        Fixtures.Organisation bank = trading();
        Person administrator = bank.administrator("Taro Kanri");
        Person user = bank.user("Hojin User 1");
        permit(
                        administrator,
                        user,
                        "\"1\"",
                        Map.of(
                                "functions",
                                List.of("USER_RESTRICTIONS", "SALARY_SEND"),
                                "buyCurrencies",
                                List.of("JPY", "USD"),
                                "sellCurrencies",
                                List.of("ZZZ")))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/permissions-faulty"))
                .body(
                        "errors.code",
                        contains(
                                "function-for-administrators",
                                "function-unknown",
                                "currency-unknown",
                                "currency-unknown"))
                .body("errors.pointer", contains("/functions/0", "/functions/1", "/buyCurrencies", "/sellCurrencies"));
        Refusals.is(
                permit(administrator, user, "\"1\"", Map.of("functions", List.of("FLY"))), 400, "malformed-request");
        http.as(given.operator("Service Desk"))
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "WITHDRAW", "reference", "1"))
                .post("/api/v1/accounts/{id}/desk-actions", user.account().toString())
                .then()
                .statusCode(201);
        Refusals.is(permit(administrator, user, "\"2\"", Map.of("functions", List.of())), 409, "account-withdrawn");
    }

    /** AT-53: a corporation's user has nothing until an administrator gives it, with the confirmation PIN. */
    @Test
    void at53APermissionMakesAFunctionOfACorporationWork() {
        Fixtures.Organisation bank = given.tenant("bank")
                .withPreset("bank-corporate")
                .withPolicy("{\"auth\":{\"methods\":[[\"CERT\"],[\"CERT\",\"PIN\"],[\"ID\",\"PIN\"]]}}");
        Person administrator = bank.administrator("Taro Kanri");
        Person user = bank.user("Hojin User 1");
        Account account =
                accounts.find(administrator.tenant(), administrator.account()).orElseThrow();
        secrets.set(Actor.PLATFORM, account, SecretKind.CONFIRMATION_PIN, "1379abc");
        ask(administrator, "BONUS_SEND").then().statusCode(204);
        Refusals.is(ask(user, "FUNDS_TRANSFER"), 403, "function-not-permitted");
        Map<String, Object> wanted = new HashMap<>(Map.of("functions", List.of("FUNDS_TRANSFER", "BALANCE_INQUIRY")));
        Refusals.is(permit(administrator, user, "\"1\"", wanted), 403, "reproof-wrong");
        Refusals.is(ask(user, "FUNDS_TRANSFER"), 403, "function-not-permitted");
        wanted.put("reproof", "1379abc");
        permit(administrator, user, "\"1\"", wanted).then().statusCode(200);
        ask(user, "FUNDS_TRANSFER")
                .then()
                .statusCode(204)
                .header("Shomei-Permissions", "BALANCE_INQUIRY,FUNDS_TRANSFER")
                .header("Shomei-Max-Per-Trade", nullValue());
        Refusals.is(ask(user, "SALARY_SEND"), 403, "function-not-permitted");
        http.as(administrator)
                .get("/api/v1/users")
                .then()
                .body("items[0].functions", contains("BALANCE_INQUIRY", "FUNDS_TRANSFER"));
        wanted.put("maxPerTrade", 1);
        permit(administrator, user, "\"2\"", wanted)
                .then()
                .statusCode(422)
                .body("errors.code", contains("limits-not-offered"));
    }

    @Test
    void theTableIsThatOfThePolicy() {
        Fixtures.Organisation bank = trading();
        table(bank.user("Hojin User 1"))
                .body("matrix", equalTo("TRADING"))
                .body("groups.title", contains("取引", "管理"))
                .body("groups[0].functions.title", contains("為替予約取引入力", "リーブオーダー入力", "コンファーム", "取引管理"))
                .body("groups[1].functions[0].administratorsOnly", equalTo(true))
                .body("currencies", hasItems("USD", "EUR"))
                .body("kanaName", equalTo(false));
        table(given.tenant("c")
                        .withPreset("bank-corporate")
                        .withPolicy(
                                "{\"auth\":{\"methods\":[[\"CERT\"],[\"ID\",\"PIN\"]]},\"renewal\":{\"authentication\":[\"CERT\"]}}")
                        .administrator("Taro Kanri"))
                .body("matrix", equalTo("ONLINE_BANKING"))
                .body("groups.title", contains("オンライン取引", "総合振込", "給与振込", "賞与振込"))
                .body("groups.functions.flatten().size()", equalTo(17))
                .body("currencies", empty())
                .body("kanaName", equalTo(true));
        Fixtures.Organisation university = given.tenant("u");
        Person administrator = university.administrator("Taro Kanri");
        Person user = university.user("Hanako Sato");
        table(administrator).body("matrix", equalTo("NONE")).body("groups", empty());
        Refusals.is(permit(administrator, user, "\"1\"", Map.of("functions", List.of())), 403, "permissions-off");
        Refusals.is(ask(user, "FORWARD_TRADE"), 403, "function-not-permitted");
        http.as(administrator)
                .get("/api/v1/users/{id}", user.account().toString())
                .then()
                .body("permissions", nullValue());
        Refusals.needs(http, university.officer("Jiro Mori"), request -> request.get("/api/v1/user-functions"));
    }

    @Test
    void everyFunctionStandsInOneTable() {
        for (BusinessFunction function : BusinessFunction.values()) {
            assertThat(BusinessFunction.named(function.name())).contains(function);
        }
        assertThat(BusinessFunction.named("")).isEmpty();
    }

    private Fixtures.Organisation trading() {
        return given.tenant("bank")
                .withPreset("bank-fx")
                .withPolicy("{\"auth\":{\"methods\":[[\"CERT\"],[\"CERT\",\"PASSWORD\"]]}}");
    }

    /** As a service's proxy asks for somebody. */
    private Response ask(Person person, String function) {
        return http.as(person).queryParam("function", function).get("/auth/forward");
    }

    private ValidatableResponse table(Person person) {
        return http.as(person).get("/api/v1/user-functions").then().statusCode(200);
    }

    private Response permit(Person by, Person user, String version, Map<String, Object> wanted) {
        return http.as(by)
                .contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(wanted)
                .put(PERMISSIONS, user.account().toString());
    }
}
