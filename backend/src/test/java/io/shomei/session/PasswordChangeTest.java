package io.shomei.session;

import static io.shomei.account.secret.SecretKind.PASSWORD;
import static io.shomei.account.secret.SecretKind.PIN;
import static io.shomei.testing.Refusals.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.shomei.account.Account;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.kernel.Role;
import io.shomei.session.Door.Entered;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes that are forced and changes of one's own accord: what is due when, and what is refused as a new password. */
@ShomeiTest
class PasswordChangeTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Door door;

    @Inject
    Secrets secrets;

    @Inject
    TestClock clock;

    /** AT-10: every other address leads to the change, which needs no password again (GX-19). */
    @Test
    void at10TheFirstLogInForcesAChange() {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-fx");
        Account account = bank.withLoginId(Role.ADMINISTRATOR, "900000010", "Corporate user 1");
        String temporary = secrets.issue(Actor.PLATFORM, account, PASSWORD);
        Person one = bank.certified(account);

        Entered session = door.enter(one.identity(), door.byCertificate(one.identity(), temporary));
        assertThat(session.state()).isEqualTo("PASSWORD_CHANGE_REQUIRED");
        session.get().then().statusCode(200).body("passwordChange", equalTo("FIRST"));
        is(session.request().get("/api/v1/certificates"), 403, "password-change-required");
        is(session.request().get("/api/v1/audit-events"), 403, "password-change-required");

        session.change(null, "Abcd1234").then().statusCode(200).body("state", equalTo("ACTIVE"));
        session.request().get("/api/v1/audit-events").then().statusCode(200);
        is(door.byCertificate(one.identity(), temporary), 401, "log-in-failed");
        assertThat(door.enter(one.identity(), door.byCertificate(one.identity(), "Abcd1234"))
                        .state())
                .isEqualTo("RESIDUAL_SESSION");
    }

    /** AT-12: each broken rule by its name, all of them together, and the old password stays. */
    @Test
    void at12EachBrokenRuleIsNamed() {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-fx");
        Account account = bank.withLoginId(Role.USER, "900000012", "Yamada1234");
        String temporary = secrets.issue(Actor.PLATFORM, account, PASSWORD);
        Person one = bank.certified(account);
        Entered session = door.enter(one.identity(), door.byCertificate(one.identity(), temporary));
        broken(session.change(null, "abc1234")).body("errors.code", contains("too-short"));
        broken(session.change(null, "abcdefgh")).body("errors.code", contains("digit-missing"));
        broken(session.change(null, "12345678")).body("errors.code", contains("letter-missing"));
        broken(session.change(null, "yamada1234")).body("errors.code", contains("is-user-name"));
        broken(session.change(null, "ab-c"))
                .body("errors.code", contains("too-short", "character-not-allowed", "digit-missing"))
                .body("errors[0].pointer", equalTo("/password"));
        session.get().then().body("state", equalTo("PASSWORD_CHANGE_REQUIRED"));
        assertThat(door.byCertificate(one.identity(), temporary).statusCode()).isEqualTo(201);
    }

    /** AT-13: the present one and two before are refused; the one before that is free again. */
    @Test
    void at13FormerPasswordsAreRefusedAsFarAsThePolicyRemembers() {
        Person one = door.bankUser("900000013", "Pass0003");
        Entered session = door.enter(one.identity(), door.byCertificate(one.identity(), "Pass0003"));
        session.change("Pass0003", "Pass0002").then().statusCode(200);
        session.change("Pass0002", "Pass0001").then().statusCode(200);
        session.change("Pass0001", "Pass0000").then().statusCode(200);
        for (String former : List.of("Pass0000", "Pass0001", "Pass0002")) {
            broken(session.change("Pass0000", former)).body("errors.code", contains("used-before"));
        }
        session.change("Pass0000", "Pass0003").then().statusCode(200);
    }

    /** AT-15: calendar days of the tenant's zone, however late on the day it was set. */
    @Test
    void at15AChangeIsForcedFromTheNinetiethDayOn() {
        Person young = chosenSince(89, "900000015");
        Entered before = door.enter(young.identity(), door.byCertificate(young.identity(), "Abcd1234"));
        assertThat(before.state()).isEqualTo("ACTIVE");
        before.get()
                .then()
                .body("warnings.code", hasItem("PASSWORD_EXPIRES"))
                .body("secret.expiresOn", equalTo(today().plusDays(1).toString()));

        Person old = chosenSince(90, "900000115");
        Entered due = door.enter(old.identity(), door.byCertificate(old.identity(), "Abcd1234"));
        assertThat(due.state()).isEqualTo("PASSWORD_CHANGE_REQUIRED");
        due.get().then().body("passwordChange", equalTo("EXPIRED"));
    }

    /** B-17: a policy may warn instead. */
    @Test
    void anExpiredPinIsOnlyWarnedOfWhereThePolicySaysSo() {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-corporate");
        Account account = bank.withLoginId(Role.USER, "9000101", "One");
        clock.at(Duration.ofDays(-91), () -> door.chosen(account, PIN, "482913"));
        Entered session = door.enter(door.byId("9000101", "482913"));
        assertThat(session.state()).isEqualTo("ACTIVE");
        session.get().then().body("warnings.code", contains("PASSWORD_EXPIRED"));
    }

    /** AT-20: what the help desk handed out has to be changed. */
    @Test
    void at20AResetPasswordHasToBeChanged() {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-fx");
        Account account = door.chosen(bank.withLoginId(Role.USER, "900000020", "One"), PASSWORD, "Abcd1234");
        String handedOut = secrets.issue(Actor.PLATFORM, account, PASSWORD);
        Person one = bank.certified(account);
        Entered session = door.enter(one.identity(), door.byCertificate(one.identity(), handedOut));
        session.get()
                .then()
                .body("state", equalTo("PASSWORD_CHANGE_REQUIRED"))
                .body("passwordChange", equalTo("RESET"));
    }

    /** AT-71: of one's own accord the present one is asked for, and counts. */
    @Test
    void at71AChangeOfOnesOwnAccordNeedsThePresentOne() {
        Person one = door.bankUser("900000071", "Abcd1234");
        Entered session = door.enter(one.identity(), door.byCertificate(one.identity(), "Abcd1234"));
        is(session.change("Wrong123", "Efgh5678"), 422, "current-secret-wrong");
        is(session.change(null, "Efgh5678"), 422, "current-secret-wrong");
        session.change("Abcd1234", "Efgh5678").then().statusCode(200).body("account.loginId", equalTo("900000071"));
        is(door.byCertificate(one.identity(), "Abcd1234"), 401, "log-in-failed");
        door.byCertificate(one.identity(), "Efgh5678").then().statusCode(201);
        for (int i = 0; i < 2; i++) {
            is(session.change("Wrong123", "Ijkl9012"), 422, "current-secret-wrong");
        }
        is(session.change("Wrong123", "Ijkl9012"), 423, "secret-locked");
    }

    /** Whoever is in with the old one is out; who changed it is not. */
    @Test
    void aChangeEndsTheOtherSessionsOfTheAccount() {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-fx").withPolicy("""
                {"auth": {"methods": [["CERT"], ["ID", "PASSWORD"]]}, "session": {"concurrency": "MANY"}}""");
        door.chosen(bank.withLoginId(Role.USER, "900000171", "One"), PASSWORD, "Abcd1234");
        door.chosen(bank.withLoginId(Role.USER, "900000172", "Two"), PASSWORD, "Abcd1234");
        Entered own = door.enter(door.byId("900000171", "Abcd1234"));
        Entered other = door.enter(door.byId("900000171", "Abcd1234"));
        Entered somebodyElses = door.enter(door.byId("900000172", "Abcd1234"));
        is(own.change("Wrong123", "Efgh5678"), 422, "current-secret-wrong");
        other.get().then().statusCode(200);
        own.change("Abcd1234", "Efgh5678").then().statusCode(200);
        is(other.get(), 401, "session-ended");
        own.get().then().statusCode(200);
        somebodyElses.get().then().statusCode(200);
        http.as(bank.administrator("Admin"))
                .queryParam("operation", "session.end-by-change")
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200)
                .body("items.actor", contains("One"));
    }

    /** Somebody who chose their password in the last hour of a day some days ago. */
    private Person chosenSince(int days, String loginId) {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-fx");
        Account account = bank.withLoginId(Role.USER, loginId, "User " + loginId);
        Instant then = today().minusDays(days).atTime(23, 0).atZone(TOKYO).toInstant();
        clock.at(Duration.between(Instant.now(), then), () -> door.chosen(account, PASSWORD, "Abcd1234"));
        return bank.certified(account);
    }

    private static LocalDate today() {
        return LocalDate.now(TOKYO);
    }

    private static ValidatableResponse broken(Response answer) {
        is(answer, 422, "secret-rules-broken");
        return answer.then();
    }
}
