package io.shomei.user;

import static io.shomei.account.secret.SecretKind.PIN;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.Role;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What administrators of banks, and their users, do in tests. */
@Singleton
class UserSteps {
    static final String USERS = "/api/v1/users";

    /** The confirmation PIN of a corporation's administrator. */
    static final String RIGHT = "1379abc";

    private static final AtomicInteger IDS = new AtomicInteger(7_100_000);

    private final Fixtures given;
    private final Http http;
    private final Secrets secrets;
    private final Accounts accounts;

    UserSteps(Fixtures given, Http http, Secrets secrets, Accounts accounts) {
        this.given = given;
        this.http = http;
        this.secrets = secrets;
        this.accounts = accounts;
    }

    /** A tenant with its administrator. */
    record Bank(Fixtures.Organisation tenant, Person administrator, Secrets secrets) {
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

    Bank corporation() {
        return corporation("\"methodSwitch\":[\"ON_ACQUISITION\",\"BY_ENTITLEMENT\"]");
    }

    Bank corporation(String methodSwitch) {
        return bank(
                "bank-corporate",
                "{\"auth\":{\"methods\":[[\"CERT\"],[\"CERT\",\"PIN\"],[\"ID\",\"PIN\"]]," + methodSwitch + "}}");
    }

    /** One whose administrators are not asked again. */
    Bank unproven() {
        return corporation(
                "\"methodSwitch\":[\"ON_ACQUISITION\",\"BY_ENTITLEMENT\"],\"stepUp\":{\"userChange\":\"NONE\"}");
    }

    Bank trading() {
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

    static String id() {
        return String.valueOf(IDS.incrementAndGet());
    }

    Account again(Account account) {
        return accounts.find(account.tenant(), new AccountId(account.id().value()))
                .orElseThrow();
    }

    ValidatableResponse list(Bank bank, Map<String, Object> filter) {
        return http.as(bank.administrator())
                .queryParams(filter)
                .get(USERS)
                .then()
                .statusCode(200);
    }

    ValidatableResponse read(Bank bank, Account user) {
        return http.as(bank.administrator())
                .get(USERS + "/{id}", user.id().toString())
                .then()
                .statusCode(200);
    }

    Response choose(Bank bank, Account user, String choice, String pin) {
        return choose(bank, user.id().toString(), choice, pin);
    }

    /** From the version of now, with the same name and mail address. */
    Response choose(Bank bank, String id, String choice, String pin) {
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

    Response change(Bank bank, String id, String version, Map<String, Object> body) {
        return http.as(bank.administrator())
                .contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(body)
                .put(USERS + "/{id}", id);
    }

    Response register(Bank bank, Map<String, Object> wanted, @Nullable String key) {
        var request =
                http.as(bank.administrator()).contentType(ContentType.JSON).body(wanted);
        return (key == null ? request : request.header("Idempotency-Key", key)).post(USERS);
    }

    Response desk(Bank bank, Account user, String kind) {
        return desk(bank, user.id().toString(), kind);
    }

    Response desk(Bank bank, String id, String kind) {
        return http.as(bank.administrator())
                .contentType(ContentType.JSON)
                .body(Map.of("kind", kind, "reproof", RIGHT))
                .post("/api/v1/accounts/{id}/desk-actions", id);
    }

    Response logIn(Account account) {
        return logIn(account, "482913");
    }

    Response logIn(Account account, String pin) {
        return http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("loginId", Objects.requireNonNull(account.loginId()), "password", pin))
                .post("/api/v1/session");
    }
}
