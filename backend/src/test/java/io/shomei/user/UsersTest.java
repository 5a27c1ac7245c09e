package io.shomei.user;

import static io.shomei.account.secret.SecretKind.PIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.account.Entitlements;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.Role;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A tenant's users as its administrators look after them. The numbers are those of the acceptance scenarios. */
@ShomeiTest
class UsersTest {
    private static final String USERS = "/api/v1/users";
    private static final String RIGHT = "1379abc";
    private static final AtomicInteger IDS = new AtomicInteger(7_100_000);

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Secrets secrets;

    @Inject
    Accounts accounts;

    @Inject
    Entitlements entitlements;

    @Test
    void at50AnAdministratorLetsAUserAcquireACertificate() {
        Bank bank = corporation();
        Account user = bank.withPin("Hojin User 1");
        assertThat(entitlements.mayAcquire(user)).isFalse();
        read(bank, user).body("user.certificate", equalTo("NONE")).body("choices", contains("KEEP", "ISSUE"));
        Refusals.is(choose(bank, user, "ISSUE", "0000"), 403, "reproof-wrong");
        // Nothing changed, and the ETag is still good.
        read(bank, user).body("user.certificate", equalTo("NONE")).header("ETag", "\"1\"");
        choose(bank, user, "ISSUE", RIGHT)
                .then()
                .statusCode(200)
                .body("user.certificate", equalTo("ENTITLED"))
                .body("choices", contains("KEEP", "REVOKE"));
        list(bank, Map.of()).body("items.certificate", contains("ENTITLED")).body("items.kana", contains("ﾎｳｼﾞﾝ 1"));
        assertThat(entitlements.mayAcquire(again(user))).isTrue();
        // Until it is acquired the user logs in as before.
        logIn(user).then().statusCode(201);
        Mailbox.await(Objects.requireNonNull(user.email()), "電子証明書の発行・再発行のお知らせ");
        bank.certified(user);
        list(bank, Map.of())
                .body("items.certificate", contains("VALID"))
                .body("items[0].certificateUntil", notNullValue());
    }

    @Test
    void at51ACertificateIsIssuedAnewInOneStepAndEverybodyIsTold() {
        Bank bank = corporation();
        Account user = bank.user("Hojin User 1");
        Person person = bank.certified(user);
        http.as(person).get("/api/v1/session").then().statusCode(200);
        Refusals.is(choose(bank, user, "REISSUE", "0000"), 403, "reproof-wrong");
        http.as(person).get("/api/v1/session").then().statusCode(200);
        choose(bank, user, "REISSUE", RIGHT)
                .then()
                .statusCode(200)
                .body("user.certificate", equalTo("ENTITLED"))
                .body("user.certificateUntil", nullValue());
        Refusals.is(http.as(person).get("/api/v1/session"), 401, "session-ended");
        assertThat(entitlements.mayAcquire(again(user))).isTrue();
        for (String recipient : List.of(
                Objects.requireNonNull(user.email()), bank.administrator().email())) {
            assertThat(Mailbox.await(recipient, "電子証明書の発行・再発行のお知らせ").text())
                    .contains("ﾎｳｼﾞﾝ 1", Objects.requireNonNull(user.loginId()), "Taro Kanri", "失効した証明書: 1枚");
        }
        http.as(bank.administrator())
                .queryParam("reissues", true)
                .get("/api/v1/desk-actions")
                .then()
                .statusCode(200)
                .body("items.kind", contains("NEW_DEVICE"))
                .body("items[0].takenBy", equalTo("Taro Kanri"))
                .body("items[0].revoked", equalTo(1));
    }

    @Test
    void at52EachLogsInInTheirOwnWay() {
        Bank bank = corporation();
        Account byId = bank.withPin("Hojin User 1");
        Account byCertificate = bank.withPin("Hojin User 2");
        choose(bank, byCertificate, "ISSUE", RIGHT).then().statusCode(200);
        Person person = bank.certified(byCertificate);
        logIn(byId).then().statusCode(201);
        logIn(byCertificate)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/log-in-method-off"))
                .body("errors.code", hasItem("LOST_ASK_ADMINISTRATOR"));
        http.as(person).get("/api/v1/session").then().statusCode(200);
    }

    @Test
    void at79KeepReissueAndRevokeDoWhatTheySay() {
        Bank bank = corporation();
        Account user = bank.withPin("Hojin User 1");
        Person person = bank.certified(user);
        choose(bank, user, "KEEP", RIGHT)
                .then()
                .statusCode(200)
                .body("user.certificate", equalTo("VALID"))
                .body("choices", contains("KEEP", "REISSUE", "REVOKE"));
        http.as(person).get("/api/v1/session").then().statusCode(200);
        Refusals.is(choose(bank, user, "ISSUE", RIGHT), 409, "certificate-choice-not-offered");
        Refusals.is(logIn(user), 403, "log-in-method-off");
        choose(bank, user, "REVOKE", RIGHT).then().statusCode(200).body("user.certificate", equalTo("ENDED"));
        Refusals.is(http.as(person).get("/api/v1/session"), 401, "session-ended");
        assertThat(entitlements.mayAcquire(again(user))).isFalse();
        // BY_ENTITLEMENT gives the other way back.
        logIn(user).then().statusCode(201);
        choose(bank, user, "ISSUE", RIGHT).then().body("user.certificate", equalTo("ENTITLED"));
    }

    @Test
    void at79WhereThePolicyDoesNotSwitchByEntitlementARevokedUserStaysOut() {
        Bank bank = corporation("\"methodSwitch\":[\"ON_ACQUISITION\"]");
        Account user = bank.withPin("Hojin User 1");
        bank.certified(user);
        choose(bank, user, "REVOKE", RIGHT).then().statusCode(200);
        Refusals.is(logIn(user), 403, "log-in-method-off");
        choose(bank, user, "ISSUE", RIGHT).then().statusCode(200);
        logIn(user).then().statusCode(201);
    }

    /** AT-76: whoever has lost the only certificate is told who helps; the service desk begins the account anew (see DeskTest). */
    @Test
    void at76AnAdministratorWithoutTheCertificateIsToldWhoHelps() {
        Bank bank = corporation();
        Account account = bank.tenant().withLoginId(Role.ADMINISTRATOR, "5" + IDS.incrementAndGet(), "Jiro Kanri");
        secrets.set(Actor.PLATFORM, account, PIN, "482913");
        bank.tenant().certified(account);
        logIn(account)
                .then()
                .statusCode(403)
                .body("errors.code", contains("CERT", "CERT+PIN", "LOST_ASK_OPERATOR"))
                .body("errors[2].message", equalTo("電子証明書を失くしたり削除したりした場合は、「電子証明書再発行（初期化）依頼書」をサービス窓口にお出しください。"));
        http.as(given.operator("Service Desk"))
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "INITIALISE", "reference", "依頼書 2027-0413"))
                .post("/api/v1/accounts/{id}/desk-actions", account.id().toString())
                .then()
                .statusCode(201);
        secrets.set(Actor.PLATFORM, account, PIN, "739120");
        logIn(account, "739120").then().statusCode(201);
    }

    @Test
    void at53TheListShowsHowEveryUserStands() {
        Bank bank = unproven();
        Account one = bank.user("Hojin User 1");
        Account two = bank.user("Hojin User 2");
        Account three = bank.withPin("Hojin User 3");
        secrets.issue(Actor.PLATFORM, one, SecretKind.GRID_CARD);
        secrets.issue(Actor.PLATFORM, two, SecretKind.TOTP);
        secrets.check(two, SecretKind.TOTP, "no");
        for (int i = 0; i < 5; i++) {
            secrets.check(one, SecretKind.GRID_CARD, "no");
        }
        desk(bank, two, "SUSPEND").then().statusCode(201);
        desk(bank, three, "REGISTER_INCIDENT").then().statusCode(201);
        list(bank, Map.of())
                .body("items.loginId", contains(one.loginId(), two.loginId(), three.loginId()))
                .body("items.certificate", contains("NONE", "NONE", "NONE"))
                .body("items.state", contains("ACTIVE", "SUSPENDED", "ACTIVE"))
                .body("items.otp", contains("LOCKED", "WARNING", "NONE"))
                .body("items[0].locked", contains("GRID_CARD"))
                .body("items[0].functions", empty())
                .body("items[0].incidentAt", nullValue())
                .body("items[2].incidentAt", notNullValue())
                .body("total.value", equalTo(3));
        list(bank, Map.of("incident", true)).body("items.loginId", contains(three.loginId()));
        list(bank, Map.of("incident", false, "locked", true)).body("items.loginId", contains(one.loginId()));
        list(bank, Map.of("locked", false)).body("items.loginId", contains(two.loginId(), three.loginId()));
        list(bank, Map.of("state", "SUSPENDED")).body("items.loginId", contains(two.loginId()));
        // An incident keeps the user out until it is lifted, whatever else is done.
        Refusals.is(logIn(three), 401, "log-in-failed");
        Refusals.is(desk(bank, three, "RESUME"), 409, "desk-action-without-effect");
        desk(bank, three, "LIFT_INCIDENT").then().statusCode(201);
        logIn(three).then().statusCode(201);
        Refusals.is(desk(bank, three, "LIFT_INCIDENT"), 409, "desk-action-without-effect");
    }

    @Test
    void usersAreFoundPageByPage() {
        Bank bank = unproven();
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
        list(bank, Map.of("q", "ﾎｳｼﾞﾝ")).body("items.size()", equalTo(0));
        choose(bank, two, "KEEP", RIGHT).then().statusCode(200);
        list(bank, Map.of("q", "ﾎｳｼﾞﾝ")).body("items.loginId", contains(two.loginId()));
        list(bank, Map.of("q", Objects.requireNonNull(three.loginId())))
                .body("items.loginId", contains(three.loginId()));
        Refusals.is(http.as(bank.administrator()).queryParam("cursor", "PjE").get(USERS), 400, "malformed-request");
        assertThat(list(corporation(), Map.of()).extract().<List<?>>path("items"))
                .isEmpty();
    }

    @Test
    void aUserIsRegisteredAndTheIdIsNeverGivenAgain() {
        Bank bank = corporation();
        String loginId = id();
        Map<String, Object> wanted = new HashMap<>(
                Map.of("loginId", loginId, "kana", "ﾔﾏﾀﾞ ﾊﾅｺ", "name", "山田　花子", "email", "hanako@yamada.example.com"));
        Refusals.is(register(bank, wanted, null), 403, "reproof-wrong");
        wanted.put("reproof", RIGHT);
        wanted.put("certificate", "ISSUE");
        String id = register(bank, wanted, "register-" + loginId)
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
        register(bank, wanted, "register-" + loginId).then().statusCode(201).body("user.id", equalTo(id));
        wanted.put("name", "山田　華子");
        Refusals.is(register(bank, wanted, "register-" + loginId), 409, "idempotency-key-reused");
        desk(bank, id, "WITHDRAW").then().statusCode(201);
        list(bank, Map.of()).body("items", empty());
        list(bank, Map.of("state", "WITHDRAWN")).body("items.id", contains(id));
        register(bank, wanted, null).then().statusCode(422).body("errors.code", contains("login-id-taken"));
        Refusals.is(choose(bank, id, "KEEP", RIGHT), 409, "account-withdrawn");
        wanted.put("loginId", id());
        wanted.put("certificate", "REISSUE");
        Refusals.is(register(bank, wanted, null), 409, "certificate-choice-not-offered");
    }

    @Test
    void whatIsWrongWithNamesIsToldTogether() {
        Bank bank = unproven();
        codes(bank, Map.of("name", "Hanako"), "login-id-missing", "kana-missing", "name-form");
        codes(bank, Map.of("loginId", "12", "kana", "やまだ"), "login-id-form", "kana-form");
        codes(bank, Map.of("loginId", id(), "kana", "ﾔ".repeat(49), "name", "山".repeat(49)), "kana-form", "name-long");
        // Without a name in kanji the one in kana stands in its place.
        register(bank, Map.of("loginId", id(), "kana", "ﾔ".repeat(48), "reproof", RIGHT), null)
                .then()
                .statusCode(201)
                .body("user.name", equalTo("ﾔ".repeat(48)));
        Bank fx = trading();
        codes(fx, Map.of("loginId", "0" + id() + "1", "kana", "ﾔﾏﾀﾞ"), "name-missing", "kana-not-used");
        Refusals.is(
                http.as(fx.administrator())
                        .contentType(ContentType.JSON)
                        .body("{\"certificate\":\"SOON\"}")
                        .post(USERS),
                400,
                "malformed-request");
    }

    /** In foreign exchange the bank alone decides about certificates. */
    @Test
    void whereThePolicyLeavesItToTheBankAnAdministratorDecidesNothingAboutCertificates() {
        Bank fx = trading();
        Account user = fx.tenant().withLoginId(Role.USER, "0" + id() + "2", "法人ユーザー2");
        fx.tenant().certified(user);
        read(fx, user)
                .body("user.certificate", equalTo("VALID"))
                .body("choices", contains("KEEP"))
                .body("kanaName", equalTo(false))
                .body("reproof", nullValue());
        change(fx, user.id().toString(), "\"1\"", Map.of("name", "法人ユーザー3", "certificate", "REVOKE"))
                .then()
                .statusCode(409);
        read(fx, user).body("user.name", equalTo("法人ユーザー2"));
        change(fx, user.id().toString(), "\"1\"", Map.of("name", "法人ユーザー3"))
                .then()
                .statusCode(200)
                .body("user.name", equalTo("法人ユーザー3"))
                .body("user.email", nullValue());
        Refusals.is(change(fx, user.id().toString(), "\"1\"", Map.of("name", "法人ユーザー4")), 412, "changed-meanwhile");
        change(fx, user.id().toString(), "\"2\"", Map.of()).then().statusCode(422);
    }

    @Test
    void whoMayDoWhat() {
        Bank bank = corporation();
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
                .body("items.detail.request", hasItem("PUT /api/v1/users/" + id + "/permissions"));
        Person stranger = corporation().administrator();
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
            choose(bank, user, "KEEP", "1379abd");
        }
        Refusals.is(choose(bank, user, "KEEP", RIGHT), 423, "reproof-locked");
        Refusals.is(
                register(bank, Map.of("loginId", id(), "kana", "ﾔ", "reproof", RIGHT), null), 423, "reproof-locked");
        Refusals.is(
                http.as(bank.administrator())
                        .contentType(ContentType.JSON)
                        .header("If-Match", "\"1\"")
                        .body(Map.of("functions", List.of(), "reproof", RIGHT))
                        .put(USERS + "/{id}/permissions", id),
                423,
                "reproof-locked");
    }

    private record Bank(Fixtures.Organisation tenant, Person administrator, Secrets secrets) {
        Account user(String name) {
            return tenant.withLoginId(Role.USER, id(), name);
        }

        /** Who chose a PIN. */
        Account withPin(String name) {
            Account account = user(name);
            secrets.set(Actor.PLATFORM, account, PIN, "482913");
            return account;
        }

        Person certified(Account account) {
            return tenant.certified(account);
        }
    }

    private Bank corporation() {
        return corporation("\"methodSwitch\":[\"ON_ACQUISITION\",\"BY_ENTITLEMENT\"]");
    }

    private Bank corporation(String methodSwitch) {
        return bank(
                "bank-corporate",
                "{\"auth\":{\"methods\":[[\"CERT\"],[\"CERT\",\"PIN\"],[\"ID\",\"PIN\"]]," + methodSwitch + "}}");
    }

    /** One whose administrators are not asked again. */
    private Bank unproven() {
        return corporation(
                "\"methodSwitch\":[\"ON_ACQUISITION\",\"BY_ENTITLEMENT\"],\"stepUp\":{\"userChange\":\"NONE\"}");
    }

    private Bank trading() {
        return bank("bank-fx", "{\"auth\":{\"methods\":[[\"CERT\"],[\"CERT\",\"PASSWORD\"]]}}");
    }

    private Bank bank(String preset, String overrides) {
        Fixtures.Organisation tenant = given.tenant("bank").withPreset(preset).withPolicy(overrides);
        Person administrator = tenant.administrator("Taro Kanri");
        Account account =
                accounts.find(administrator.tenant(), administrator.account()).orElseThrow();
        if (preset.equals("bank-corporate")) {
            secrets.set(Actor.PLATFORM, account, SecretKind.CONFIRMATION_PIN, RIGHT);
        }
        return new Bank(tenant, administrator, secrets);
    }

    private static String id() {
        return String.valueOf(IDS.incrementAndGet());
    }

    private Account again(Account account) {
        return accounts.find(account.tenant(), new AccountId(account.id().value()))
                .orElseThrow();
    }

    private ValidatableResponse list(Bank bank, Map<String, Object> filter) {
        return http.as(bank.administrator())
                .queryParams(filter)
                .get(USERS)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse read(Bank bank, Account user) {
        return http.as(bank.administrator())
                .get(USERS + "/{id}", user.id().toString())
                .then()
                .statusCode(200);
    }

    private Response choose(Bank bank, Account user, String choice, String pin) {
        return choose(bank, user.id().toString(), choice, pin);
    }

    /** From the version of now, with the same name and mail address. */
    private Response choose(Bank bank, String id, String choice, String pin) {
        Response now = http.as(bank.administrator()).get(USERS + "/{id}", id);
        String name = now.path("user.name");
        return change(
                bank,
                id,
                now.header("ETag"),
                Map.of(
                        "kana",
                        "ﾎｳｼﾞﾝ " + name.charAt(name.length() - 1),
                        "email",
                        now.path("user.email"),
                        "certificate",
                        choice,
                        "reproof",
                        pin));
    }

    private Response change(Bank bank, String id, String version, Map<String, Object> body) {
        return http.as(bank.administrator())
                .contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(body)
                .put(USERS + "/{id}", id);
    }

    private Response register(Bank bank, Map<String, Object> wanted, @Nullable String key) {
        var request =
                http.as(bank.administrator()).contentType(ContentType.JSON).body(wanted);
        return (key == null ? request : request.header("Idempotency-Key", key)).post(USERS);
    }

    private void codes(Bank bank, Map<String, Object> wanted, String... codes) {
        Map<String, Object> body = new HashMap<>(wanted);
        body.put("reproof", RIGHT);
        register(bank, body, null)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/account-faulty"))
                .body("errors.code", containsInAnyOrder(codes));
    }

    private Response desk(Bank bank, Account user, String kind) {
        return desk(bank, user.id().toString(), kind);
    }

    private Response desk(Bank bank, String id, String kind) {
        return http.as(bank.administrator())
                .contentType(ContentType.JSON)
                .body(Map.of("kind", kind, "reproof", RIGHT))
                .post("/api/v1/accounts/{id}/desk-actions", id);
    }

    private Response logIn(Account account) {
        return logIn(account, "482913");
    }

    private Response logIn(Account account, String pin) {
        return http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("loginId", Objects.requireNonNull(account.loginId()), "password", pin))
                .post("/api/v1/session");
    }
}
