package io.shomei.user;

import static io.shomei.account.secret.SecretKind.PIN;
import static io.shomei.user.UserSteps.RIGHT;
import static io.shomei.user.UserSteps.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.shomei.account.Account;
import io.shomei.account.Entitlements;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.kernel.Role;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import io.shomei.user.UserSteps.Bank;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What administrators decide about the certificates of their users. The numbers are those of the acceptance scenarios. */
@ShomeiTest
class UserCertificatesTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    UserSteps users;

    @Inject
    Secrets secrets;

    @Inject
    Entitlements entitlements;

    @Inject
    TestClock clock;

    @Test
    void at50AnAdministratorLetsAUserAcquireACertificate() {
        Bank bank = users.corporation();
        Account user = bank.withPin("Hojin User 1");
        assertThat(entitlements.mayAcquire(user)).isFalse();
        users.read(bank, user).body("user.certificate", equalTo("NONE")).body("choices", contains("KEEP", "ISSUE"));
        Refusals.is(users.choose(bank, user, "ISSUE", "0000"), 403, "reproof-wrong");
        // Nothing changed, and the ETag is still good.
        users.read(bank, user).body("user.certificate", equalTo("NONE")).header("ETag", "\"1\"");
        users.choose(bank, user, "ISSUE", RIGHT)
                .then()
                .statusCode(200)
                .body("user.certificate", equalTo("ENTITLED"))
                .body("choices", contains("KEEP", "REVOKE"));
        users.list(bank, Map.of())
                .body("items.certificate", contains("ENTITLED"))
                .body("items.kana", contains("ﾎｳｼﾞﾝ 1"));
        assertThat(entitlements.mayAcquire(users.again(user))).isTrue();
        // Until it is acquired the user logs in as before.
        users.logIn(user).then().statusCode(201);
        Mailbox.await(Objects.requireNonNull(user.email()), "電子証明書の発行・再発行のお知らせ");
        bank.certified(user);
        users.list(bank, Map.of())
                .body("items.certificate", contains("VALID"))
                .body("items[0].certificateUntil", notNullValue());
    }

    /** B-14: what nobody makes use of lapses to the second, and is let again. */
    @Test
    void whatNobodyAcquiresInTimeLapses() {
        Bank bank = users.corporation();
        Account user = bank.withPin("Hojin User 1");
        Instant let = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        clock.stopAt(let);
        users.choose(bank, user, "ISSUE", RIGHT).then().statusCode(200);
        Instant lapses =
                let.atZone(ZoneId.of("Asia/Tokyo")).plus(Period.ofDays(90)).toInstant();
        users.read(bank, user).body("user.acquireBy", equalTo(lapses.toString()));
        users.list(bank, Map.of()).body("items.acquireBy", contains(lapses.toString()));
        at(lapses, () -> {
            entitlements.endLapsed(user.tenant());
            assertThat(entitlements.mayAcquire(users.again(user))).isTrue();
        });
        at(lapses.plusSeconds(1), () -> {
            assertThat(entitlements.mayAcquire(users.again(user))).isFalse();
            entitlements.endLapsed(user.tenant());
            entitlements.endLapsed(user.tenant());
        });
        users.list(bank, Map.of())
                .body("items.certificate", contains("NONE"))
                .body("items.acquireBy", contains(nullValue()));
        http.as(bank.administrator())
                .queryParam("operation", "account.entitlement-lapse")
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200)
                .body("items.target", contains(users.again(user).name()));
        users.choose(bank, user, "ISSUE", RIGHT).then().statusCode(200).body("user.certificate", equalTo("ENTITLED"));
    }

    /** Whoever has acquired one keeps what let them, and its end is that of the certificate. */
    @Test
    void whatWasMadeUseOfDoesNotLapse() {
        Bank bank = users.corporation();
        Account user = bank.withPin("Hojin User 1");
        users.choose(bank, user, "ISSUE", RIGHT).then().statusCode(200);
        bank.certified(user);
        at(clock.instant().plus(Duration.ofDays(91)), () -> entitlements.endLapsed(user.tenant()));
        assertThat(users.again(user).marks().entitledAt()).isNotNull();
        users.list(bank, Map.of())
                .body("items.certificate", contains("VALID"))
                .body("items.acquireBy", contains(nullValue()));
    }

    private void at(Instant moment, Runnable work) {
        clock.stopAt(moment);
        work.run();
        clock.reset();
    }

    @Test
    void at51ACertificateIsIssuedAnewInOneStepAndEverybodyIsTold() {
        Bank bank = users.corporation();
        Account user = bank.user("Hojin User 1");
        Person person = bank.certified(user);
        http.as(person).get("/api/v1/session").then().statusCode(200);
        Refusals.is(users.choose(bank, user, "REISSUE", "0000"), 403, "reproof-wrong");
        http.as(person).get("/api/v1/session").then().statusCode(200);
        users.choose(bank, user, "REISSUE", RIGHT)
                .then()
                .statusCode(200)
                .body("user.certificate", equalTo("ENTITLED"))
                .body("user.certificateUntil", nullValue());
        Refusals.is(http.as(person).get("/api/v1/session"), 401, "session-ended");
        assertThat(entitlements.mayAcquire(users.again(user))).isTrue();
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
        Bank bank = users.corporation();
        Account byId = bank.withPin("Hojin User 1");
        Account byCertificate = bank.withPin("Hojin User 2");
        users.choose(bank, byCertificate, "ISSUE", RIGHT).then().statusCode(200);
        Person person = bank.certified(byCertificate);
        users.logIn(byId).then().statusCode(201);
        users.logIn(byCertificate)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/log-in-method-off"))
                .body("errors.code", hasItem("LOST_ASK_ADMINISTRATOR"));
        http.as(person).get("/api/v1/session").then().statusCode(200);
    }

    @Test
    void at79KeepReissueAndRevokeDoWhatTheySay() {
        Bank bank = users.corporation();
        Account user = bank.withPin("Hojin User 1");
        Person person = bank.certified(user);
        users.choose(bank, user, "KEEP", RIGHT)
                .then()
                .statusCode(200)
                .body("user.certificate", equalTo("VALID"))
                .body("choices", contains("KEEP", "REISSUE", "REVOKE"));
        http.as(person).get("/api/v1/session").then().statusCode(200);
        Refusals.is(users.choose(bank, user, "ISSUE", RIGHT), 409, "certificate-choice-not-offered");
        Refusals.is(users.logIn(user), 403, "log-in-method-off");
        users.choose(bank, user, "REVOKE", RIGHT).then().statusCode(200).body("user.certificate", equalTo("ENDED"));
        Refusals.is(http.as(person).get("/api/v1/session"), 401, "session-ended");
        assertThat(entitlements.mayAcquire(users.again(user))).isFalse();
        // BY_ENTITLEMENT gives the other way back.
        users.logIn(user).then().statusCode(201);
        users.choose(bank, user, "ISSUE", RIGHT).then().body("user.certificate", equalTo("ENTITLED"));
    }

    @Test
    void at79WhereThePolicyDoesNotSwitchByEntitlementARevokedUserStaysOut() {
        Bank bank = users.corporation("\"methodSwitch\":[\"ON_ACQUISITION\"]");
        Account user = bank.withPin("Hojin User 1");
        bank.certified(user);
        users.choose(bank, user, "REVOKE", RIGHT).then().statusCode(200);
        Refusals.is(users.logIn(user), 403, "log-in-method-off");
        users.choose(bank, user, "ISSUE", RIGHT).then().statusCode(200);
        users.logIn(user).then().statusCode(201);
    }

    /** AT-76: whoever has lost the only certificate is told who helps; the service desk begins the account anew (see DeskTest). */
    @Test
    void at76AnAdministratorWithoutTheCertificateIsToldWhoHelps() {
        Bank bank = users.corporation();
        Account account = bank.tenant().withLoginId(Role.ADMINISTRATOR, "5" + id(), "Jiro Kanri");
        secrets.set(Actor.PLATFORM, account, PIN, "482913");
        bank.tenant().certified(account);
        users.logIn(account)
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
        users.logIn(account, "739120").then().statusCode(201);
    }

    /** In foreign exchange the bank alone decides about certificates. */
    @Test
    void whereThePolicyLeavesItToTheBankAnAdministratorDecidesNothingAboutCertificates() {
        Bank fx = users.trading();
        Account user = fx.tenant().withLoginId(Role.USER, "0" + id() + "2", "法人ユーザー2");
        fx.tenant().certified(user);
        users.read(fx, user)
                .body("user.certificate", equalTo("VALID"))
                .body("choices", contains("KEEP"))
                .body("kanaName", equalTo(false))
                .body("reproof", nullValue());
        users.change(fx, user.id().toString(), "\"1\"", Map.of("name", "法人ユーザー3", "certificate", "REVOKE"))
                .then()
                .statusCode(409);
        users.read(fx, user).body("user.name", equalTo("法人ユーザー2"));
        users.change(fx, user.id().toString(), "\"1\"", Map.of("name", "法人ユーザー3"))
                .then()
                .statusCode(200)
                .body("user.name", equalTo("法人ユーザー3"))
                .body("user.email", nullValue());
        Refusals.is(
                users.change(fx, user.id().toString(), "\"1\"", Map.of("name", "法人ユーザー4")), 412, "changed-meanwhile");
        users.change(fx, user.id().toString(), "\"2\"", Map.of()).then().statusCode(422);
    }
}
