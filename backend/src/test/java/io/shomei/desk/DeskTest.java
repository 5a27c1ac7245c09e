package io.shomei.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.account.secret.Check;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.SecretState.ChangeReason;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.Role;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the desk does for people who cannot help themselves. The numbers are those of the acceptance scenarios. */
@ShomeiTest
class DeskTest {
    private static final String ACTIONS = "/api/v1/desk-actions";
    private static final AtomicInteger IDS = new AtomicInteger(28_000_000);

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Secrets secrets;

    @Inject
    Accounts accounts;

    @Test
    void at19TheDeskUnlocksOnARequestDocumentAndTheHistoryKnowsIt() {
        Person desk = given.operator("Service Desk");
        Account user = customer().withLoginId(Role.USER, id(), "Hojin User 1");
        lock(user, SecretKind.PASSWORD, 3);
        Refusals.is(take(desk, user, Map.of("kind", "UNLOCK")), 422, "request-document-missing");
        Response done = take(desk, user, Map.of("kind", "UNLOCK", "reference", "依頼書 2027-0412"));
        done.then()
                .statusCode(201)
                .body("state", equalTo("DONE"))
                .body("secrets", contains("PASSWORD"))
                .body("letter", equalTo("NONE"))
                .body("takenBy", equalTo("Service Desk"))
                .body("mine", equalTo(true));
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.PASSWORD, "Abcd1234"))
                .isInstanceOf(Check.Right.class);
        http.as(desk)
                .queryParam("operation", "desk.act")
                .queryParam("q", "Hojin User 1")
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200)
                .body("items.detail.reference", hasItem("依頼書 2027-0412"));
        Refusals.is(take(desk, user, Map.of("kind", "UNLOCK", "reference", "1")), 409, "desk-action-without-effect");
    }

    @Test
    void at20AResetPasswordIsHandedOutByLetterOnceAndMustBeChanged() throws IOException {
        Person desk = given.operator("Service Desk");
        Account user = customer().withLoginId(Role.USER, "0128" + id().substring(4), "法人ユーザー 一");
        secrets.set(Actor.PLATFORM, user, SecretKind.PASSWORD, "Abcd1234");
        String action = done(desk, user, "RESET_PASSWORD").path("id");
        // The forgotten one is good no more, also before the letter is made.
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.PASSWORD, "Abcd1234"))
                .isEqualTo(new Check.Unset());
        Response letter = http.as(desk).post(ACTIONS + "/{id}/letter", action);
        letter.then().statusCode(200).contentType("application/pdf");
        String text = LetterText.of(letter.asByteArray());
        assertThat(text)
                .contains(
                        "認証情報通知書",
                        "Notice of credentials",
                        "法人ユーザー 一",
                        Objects.requireNonNull(user.loginId()),
                        "有効期限",
                        "Valid until");
        String password = LetterText.value(text, "仮パスワード");
        var right = (Check.Right) secrets.check(Actor.PLATFORM, user, SecretKind.PASSWORD, password);
        assertThat(right.state().changeRequired()).isEqualTo(ChangeReason.RESET);
        Refusals.is(http.as(desk).post(ACTIONS + "/{id}/letter", action), 409, "letter-printed");
        http.as(desk)
                .get(ACTIONS + "/{id}", action)
                .then()
                .statusCode(200)
                .body("letter", equalTo("PRINTED"))
                .body("letterPrintedBy", equalTo("Service Desk"));
        Response suspended = taken(desk, user, "SUSPEND");
        suspended.then().body("account.state", equalTo("SUSPENDED"));
        String suspension = suspended.path("id");
        Refusals.is(http.as(desk).post(ACTIONS + "/{id}/letter", suspension), 409, "letter-not-due");
    }

    @Test
    void at37ADeviceChangeEndsOldCertificateAndSecretAndTheNewSecretWorks() throws IOException {
        Person desk = given.operator("Service Desk");
        Fixtures.Organisation bank = customer();
        Person user = bank.user("Hojin User 1");
        Account account = account(user);
        String old = secrets.issue(Actor.PLATFORM, account, SecretKind.ACQUISITION_PASSWORD);
        http.as(user).get("/api/v1/session").then().statusCode(200);
        Response done = done(desk, account, "NEW_DEVICE");
        done.then().body("revoked", equalTo(1)).body("letter", equalTo("DUE"));
        Refusals.is(http.as(user).get("/api/v1/session"), 401, "session-ended");
        assertThat(secrets.check(Actor.PLATFORM, account, SecretKind.ACQUISITION_PASSWORD, old))
                .isEqualTo(new Check.Unset());
        String text = LetterText.of(http.as(desk)
                .post(ACTIONS + "/{id}/letter", done.<String>path("id"))
                .asByteArray());
        assertThat(secrets.check(
                        Actor.PLATFORM,
                        account,
                        SecretKind.ACQUISITION_PASSWORD,
                        LetterText.value(text, "証明書取得用パスワード")))
                .isInstanceOf(Check.Right.class);
        Refusals.is(
                take(desk, account, Map.of("kind", "NEW_DEVICE", "reference", "1")), 409, "desk-action-without-effect");
    }

    @Test
    void aResetEndsTheSessionsOfTheAccountAndAnUnlockDoesNot() {
        Person desk = given.operator("Service Desk");
        Fixtures.Organisation bank = customer();
        Person user = bank.user("Hojin User 1");
        Person colleague = bank.user("Hojin User 2");
        lock(account(user), SecretKind.PASSWORD, 3);
        http.as(colleague).get("/api/v1/session").then().statusCode(200);
        http.as(user).get("/api/v1/session").then().statusCode(200);
        done(desk, account(user), "UNLOCK");
        http.as(user).get("/api/v1/session").then().statusCode(200);
        done(desk, account(user), "RESET_PASSWORD");
        Refusals.is(http.as(user).get("/api/v1/session"), 401, "session-ended");
        http.as(colleague).get("/api/v1/session").then().statusCode(200);
    }

    @Test
    void at42AnAdministratorLiftsALockWithTheConfirmationPin() {
        Fixtures.Organisation bank = corporation();
        Person administrator = bank.administrator("Taro Kanri");
        Account user = bank.withLoginId(Role.USER, id().substring(1), "Hojin User 1");
        lock(user, SecretKind.PIN, 5);
        secrets.set(Actor.PLATFORM, account(administrator), SecretKind.CONFIRMATION_PIN, "1379abc");
        http.as(administrator)
                .get("/api/v1/accounts/{id}/desk", user.id().toString())
                .then()
                .statusCode(200)
                .body("reproof", equalTo("CONFIRMATION_PIN"))
                .body("offered.kind", hasItems("UNLOCK", "RESET_PASSWORD", "SUSPEND"))
                .body("offered.kind", not(hasItem("ENROL")));
        Refusals.is(take(administrator, user, Map.of("kind", "UNLOCK")), 403, "reproof-wrong");
        take(administrator, user, Map.of("kind", "UNLOCK", "reproof", "1379abc"))
                .then()
                .statusCode(201)
                .body("state", equalTo("DONE"));
        assertThat(secrets.check(Actor.PLATFORM, user, SecretKind.PIN, "Abcd1234"))
                .isInstanceOf(Check.Right.class);
        Person stranger = corporation().administrator("Jiro Tanin");
        Refusals.unknown(
                stranger,
                http,
                user.id().toString(),
                (request, id) -> request.contentType(ContentType.JSON)
                        .body(Map.of("kind", "UNLOCK"))
                        .post("/api/v1/accounts/{id}/desk-actions", id));
        Refusals.unknown(
                stranger, http, user.id().toString(), (request, id) -> request.get("/api/v1/accounts/{id}/desk", id));
        lock(account(administrator), SecretKind.CONFIRMATION_PIN, 5, "1379abd");
        Refusals.is(take(administrator, user, Map.of("kind", "SUSPEND", "reproof", "1379abc")), 423, "reproof-locked");
    }

    @Test
    void at74AWithdrawnAccountsCertificateIsRevokedAndItsSessionEnds() {
        Person desk = given.operator("Service Desk");
        Person user = customer().user("Hojin User 1");
        http.as(user).get("/api/v1/session").then().statusCode(200);
        done(desk, account(user), "WITHDRAW").then().body("revoked", equalTo(1));
        Refusals.is(http.as(user).get("/api/v1/session"), 401, "session-ended");
        http.as(desk)
                .get("/api/v1/accounts/{id}/desk", user.account().toString())
                .then()
                .body("account.state", equalTo("WITHDRAWN"))
                .body("certificates.status", contains("REVOKED"))
                .body("offered.possible", everyItem(equalTo(false)));
        Refusals.is(take(desk, account(user), Map.of("kind", "RESUME", "reference", "1")), 409, "account-withdrawn");
    }

    @Test
    void at76AnInitialisedAdministratorBeginsAnew() throws IOException {
        Person desk = given.operator("Service Desk");
        Fixtures.Organisation bank = corporation();
        Account account = bank.withLoginId(Role.ADMINISTRATOR, "5" + id().substring(1), "Taro Kanri");
        secrets.set(Actor.PLATFORM, account, SecretKind.PIN, "2580abc");
        bank.certified(account);
        // Whoever has acquired a certificate logs in with it.
        assertThat(logIn(account, "2580abc").statusCode()).isNotEqualTo(201);
        Response done = done(desk, account, "INITIALISE");
        done.then().body("revoked", equalTo(1)).body("secrets", contains("PIN", "CONFIRMATION_PIN"));
        assertThat(again(account).initialisedAt()).isNotNull();
        String text = LetterText.of(http.as(desk)
                .post(ACTIONS + "/{id}/letter", done.<String>path("id"))
                .asByteArray());
        logIn(account, LetterText.value(text, "仮暗証番号"))
                .then()
                .statusCode(201)
                .body("state", equalTo("PASSWORD_CHANGE_REQUIRED"));
        assertThat(secrets.check(
                        Actor.PLATFORM, account, SecretKind.CONFIRMATION_PIN, LetterText.value(text, "確認用暗証番号")))
                .isInstanceOf(Check.Right.class);
    }

    @Test
    void twoOperatorsAgreeWhereThePolicyWantsIt() {
        Person desk = given.operator("Service Desk");
        Person second = given.operator("Second Desk");
        Fixtures.Organisation bank = customer("\"desk\":{\"fourEyes\":[\"SUSPEND\",\"WITHDRAW\"]}");
        Account user = bank.withLoginId(Role.USER, id(), "Hojin User 1");
        Map<String, String> suspend = Map.of("kind", "SUSPEND", "reference", "12");
        String action = take(desk, user, suspend)
                .then()
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .extract()
                .path("id");
        assertThat(again(user).isActive()).isTrue();
        Refusals.is(take(second, user, suspend), 409, "desk-action-waiting");
        http.as(second)
                .queryParam("state", "PROPOSED")
                .queryParam("account", user.id().toString())
                .get(ACTIONS)
                .then()
                .statusCode(200)
                .body("items.id", contains(action))
                .body("items[0].mine", equalTo(false));
        Refusals.is(decide(desk, action, "approval"), 403, "same-person");
        decide(second, action, "approval")
                .then()
                .statusCode(201)
                .body("state", equalTo("DONE"))
                .body("takenBy", equalTo("Service Desk"))
                .body("decidedBy", equalTo("Second Desk"))
                .body("account.state", equalTo("SUSPENDED"))
                .body("decisionComment", equalTo("seal compared"));
        assertThat(again(user).isActive()).isFalse();
        Refusals.is(decide(second, action, "approval"), 409, "desk-action-decided");
        Refusals.is(decide(second, action, "refusal"), 409, "desk-action-decided");

        String withdrawal = taken(desk, user, "WITHDRAW").path("id");
        decide(second, withdrawal, "refusal").then().statusCode(201).body("state", equalTo("REFUSED"));
        assertThat(again(user).state()).isEqualTo(Account.State.SUSPENDED);
        String unlock = taken(desk, user, "WITHDRAW").path("id");
        decide(second, unlock, "approval").then().statusCode(201);
        String late = taken(desk, bank.withLoginId(Role.USER, id(), "Hojin User 2"), "SUSPEND")
                .path("id");
        Refusals.is(http.as(desk).post(ACTIONS + "/{id}/letter", late), 409, "letter-not-due");
    }

    @Test
    void whatCameInBetweenIsSeenWithTheApproval() {
        Person desk = given.operator("Service Desk");
        Person second = given.operator("Second Desk");
        Fixtures.Organisation bank = customer("\"desk\":{\"fourEyes\":[\"UNLOCK\",\"SUSPEND\"]}");
        Account user = bank.withLoginId(Role.USER, id(), "Hojin User 1");
        lock(user, SecretKind.PASSWORD, 3);
        String unlock = taken(desk, user, "UNLOCK").path("id");
        secrets.unlock(Actor.PLATFORM, user, SecretKind.PASSWORD);
        Refusals.is(decide(second, unlock, "approval"), 409, "desk-action-without-effect");
        Person only = bank.administrator("Taro Kanri");
        String suspend = taken(desk, account(only), "SUSPEND").path("id");
        Refusals.is(decide(second, suspend, "approval"), 409, "too-few-administrators");
        Account another = bank.withLoginId(Role.ADMINISTRATOR, id(), "Hanako Kanri");
        decide(second, suspend, "approval").then().statusCode(201);
        assertThat(again(another).isActive()).isTrue();
    }

    @Test
    void whoMayDoWhat() {
        Person desk = given.operator("Service Desk");
        Fixtures.Organisation bank = customer();
        Person administrator = bank.administrator("Taro Kanri");
        Account user = bank.withLoginId(Role.USER, id(), "Hojin User 1");
        Refusals.is(
                take(desk, account(administrator), Map.of("kind", "SUSPEND", "reference", "1")),
                409,
                "too-few-administrators");
        Refusals.is(take(administrator, user, Map.of("kind", "UNLOCK")), 403, "desk-action-not-offered");
        Refusals.notPermitted(take(administrator, account(administrator), Map.of("kind", "SUSPEND")));
        Refusals.is(take(desk, account(desk), Map.of("kind", "SUSPEND", "reference", "1")), 403, "own-account");
        Person officer = given.tenant("u").officer("Hanako Sato");
        String action = taken(desk, user, "SUSPEND").path("id");
        String path = "/api/v1/accounts/{id}/desk";
        Refusals.needs(http, officer, request -> request.get(path, user.id().toString()));
        Refusals.needs(
                http,
                officer,
                request -> request.contentType(ContentType.JSON)
                        .body(Map.of("kind", "UNLOCK"))
                        .post(path + "-actions", user.id().toString()));
        Refusals.needs(http, officer, request -> request.get(ACTIONS));
        Refusals.needs(http, officer, request -> request.get(ACTIONS + "/{id}", action));
        Refusals.needs(http, officer, request -> request.post(ACTIONS + "/{id}/letter", action));
        Refusals.needs(
                http,
                administrator,
                request -> request.contentType(ContentType.JSON).body("{}").post(ACTIONS + "/{id}/approval", action));
        Refusals.needs(
                http,
                administrator,
                request -> request.contentType(ContentType.JSON).body("{}").post(ACTIONS + "/{id}/refusal", action));
        Person stranger = customer().administrator("Jiro Tanin");
        Refusals.unknown(stranger, http, action, (request, id) -> request.get(ACTIONS + "/{id}", id));
        Refusals.unknown(stranger, http, action, (request, id) -> request.post(ACTIONS + "/{id}/letter", id));
        http.as(stranger).get(ACTIONS).then().statusCode(200).body("items", empty());
        http.as(administrator).get(ACTIONS).then().body("items.id", contains(action));
        http.as(desk).queryParam("account", "nobody").get(ACTIONS).then().body("items", empty());
        Refusals.is(http.as(desk).queryParam("cursor", "!").get(ACTIONS), 400, "malformed-request");
        for (String decision : new String[] {"approval", "refusal"}) {
            Refusals.is(decide(desk, "nobody", decision), 404, "not-found");
            Refusals.is(
                    http.as(desk)
                            .contentType(ContentType.JSON)
                            .body("{\"x\":1}")
                            .post(ACTIONS + "/{id}/" + decision, action),
                    400,
                    "malformed-request");
        }
    }

    @Test
    void theSameRequestTwiceIsOneAction() {
        Person desk = given.operator("Service Desk");
        Account user = customer().withLoginId(Role.USER, id(), "Hojin User 1");
        String key = "desk-" + user.id();
        Map<String, String> body = new HashMap<>(Map.of("kind", "SUSPEND", "reference", "1"));
        String first =
                keyed(desk, user, body, key).then().statusCode(201).extract().path("id");
        keyed(desk, user, body, key).then().statusCode(201).body("id", equalTo(first));
        body.put("kind", "RESUME");
        Refusals.is(keyed(desk, user, body, key), 409, "idempotency-key-reused");
        done(desk, user, "RESUME");
        Refusals.is(take(desk, user, Map.of("kind", "RESUME", "reference", "1")), 409, "desk-action-without-effect");
    }

    @Test
    void aLetterOfAnAccountThatWasWithdrawnMeanwhileIsNotMade() {
        Person desk = given.operator("Service Desk");
        Account user = customer().withLoginId(Role.USER, id(), "Hojin User 1");
        String action = done(desk, user, "REISSUE_ACQUISITION_PASSWORD").path("id");
        done(desk, user, "WITHDRAW");
        Refusals.is(http.as(desk).post(ACTIONS + "/{id}/letter", action), 409, "account-withdrawn");
        assertThat(secrets.has(user, SecretKind.ACQUISITION_PASSWORD)).isFalse();
    }

    @Test
    void anAuthenticatorIsRemovedAndACardIsPrinted() throws IOException {
        Person desk = given.operator("Service Desk");
        Account user = corporation().withLoginId(Role.USER, id().substring(1), "Hojin User 1");
        secrets.issue(Actor.PLATFORM, user, SecretKind.TOTP);
        take(desk, user, Map.of("kind", "RESET_PASSWORD", "secret", "TOTP", "reference", "1"))
                .then()
                .statusCode(201)
                .body("secrets", contains("TOTP"))
                .body("letter", equalTo("NONE"));
        assertThat(secrets.has(user, SecretKind.TOTP)).isFalse();
        String action = take(desk, user, Map.of("kind", "RESET_PASSWORD", "secret", "GRID_CARD", "reference", "1"))
                .then()
                .statusCode(201)
                .body("letterPrintedAt", nullValue())
                .extract()
                .path("id");
        String text = LetterText.of(
                http.as(desk).post(ACTIONS + "/{id}/letter", action).asByteArray());
        assertThat(text).contains("乱数表");
        Matcher rows = Pattern.compile("(?m)^[1-7](?: \\d\\d){7}$").matcher(text);
        assertThat(rows.results().count()).isEqualTo(7);
        Refusals.is(
                take(desk, user, Map.of("kind", "RESET_PASSWORD", "secret", "PASSWORD", "reference", "1")),
                403,
                "desk-action-not-offered");
    }

    /** Whoever has somebody's password may have made tokens with it. */
    @Test
    void aResetPasswordEndsWhatScriptsDoAsTheAccount() {
        Person desk = given.operator("Service Desk");
        for (String act : List.of("RESET_PASSWORD", "REGISTER_INCIDENT", "INITIALISE")) {
            Person administrator = corporation().administrator("Hojin Administrator");
            String token = http.as(administrator)
                    .contentType(ContentType.JSON)
                    .body(Map.of(
                            "name",
                            "nightly",
                            "scopes",
                            List.of("audit:read"),
                            "expiresAt",
                            Instant.now().plus(Duration.ofDays(30)).toString()))
                    .post("/api/v1/api-tokens")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("secret");
            Supplier<Response> script = () ->
                    http.portal().header("Authorization", "Bearer " + token).get("/api/v1/audit-events");
            script.get().then().statusCode(200);
            taken(desk, account(administrator), act);
            Refusals.is(script.get(), 401, "api-token-ended");
        }
    }

    private Fixtures.Organisation customer() {
        return customer("\"desk\":{\"fourEyes\":[]}");
    }

    private Fixtures.Organisation customer(String overrides) {
        return given.tenant("customer")
                .withPreset("bank-fx")
                .withPolicy("{\"auth\":{\"methods\":[[\"CERT\"],[\"CERT\",\"PASSWORD\"]]}," + overrides + "}");
    }

    private Fixtures.Organisation corporation() {
        return given.tenant("corporation")
                .withPreset("bank-corporate")
                .withPolicy("{\"auth\":{\"methods\":[[\"CERT\"],[\"CERT\",\"PIN\"],[\"ID\",\"PIN\"]]}}");
    }

    private static String id() {
        return String.valueOf(IDS.incrementAndGet());
    }

    private Account account(Person person) {
        return accounts.find(person.tenant(), new AccountId(person.account().value()))
                .orElseThrow();
    }

    private Account again(Account account) {
        return accounts.find(account.tenant(), account.id()).orElseThrow();
    }

    private void lock(Account account, SecretKind kind, int threshold) {
        secrets.set(Actor.PLATFORM, account, kind, "Abcd1234");
        lock(account, kind, threshold, "Abcd1235");
    }

    private void lock(Account account, SecretKind kind, int threshold, String wrong) {
        for (int i = 0; i < threshold; i++) {
            secrets.check(Actor.PLATFORM, account, kind, wrong);
        }
    }

    private Response logIn(Account account, String pin) {
        return http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("loginId", Objects.requireNonNull(account.loginId()), "password", pin))
                .post("/api/v1/session");
    }

    private Response take(Person by, Account account, Map<String, String> body) {
        return http.as(by)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/accounts/{id}/desk-actions", account.id().toString());
    }

    private Response keyed(Person by, Account account, Map<String, String> body, String key) {
        return http.as(by)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/accounts/{id}/desk-actions", account.id().toString());
    }

    private Response taken(Person by, Account account, String kind) {
        Response answer = take(by, account, Map.of("kind", kind, "reference", "依頼書 1"));
        answer.then().statusCode(201);
        return answer;
    }

    private Response done(Person by, Account account, String kind) {
        Response answer = taken(by, account, kind);
        answer.then().body("state", equalTo("DONE"));
        return answer;
    }

    private Response decide(Person by, String action, String decision) {
        return http.as(by)
                .contentType(ContentType.JSON)
                .body(Map.of("comment", "seal compared"))
                .post(ACTIONS + "/{id}/" + decision, action);
    }
}
