package io.shomei.session;

import static io.shomei.account.secret.SecretKind.PASSWORD;
import static io.shomei.account.secret.SecretKind.PIN;
import static io.shomei.testing.Refusals.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.Response;
import io.shomei.account.Account;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.SecretState;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.kernel.Role;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Proof;
import io.shomei.session.Door.Entered;
import io.shomei.testing.AtOnce;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Strangers;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Logging in with what one knows, with and without a certificate: what is told, what counts and what is forced. */
@ShomeiTest
class PasswordLogInTest {
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

    @Inject
    Strangers strangers;

    @Test
    void aCertificateAndItsPasswordLogIn() {
        Person one = bankUser("900000001", "Abcd1234");
        door.byCertificate(one.identity(), "Abcd1234")
                .then()
                .statusCode(201)
                .body("state", equalTo("ACTIVE"))
                .body("account.loginId", equalTo("900000001"));
        is(door.byCertificate(one.identity(), null), 401, "log-in-incomplete");
    }

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

    /** AT-11: what acquires a certificate does not log in, and counts as a failure. */
    @Test
    void at11TheAcquisitionPasswordIsNoLogInPassword() {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-fx");
        Account account = door.chosen(bank.withLoginId(Role.USER, "900000011", "One"), PASSWORD, "Abcd1234");
        String acquisition = secrets.issue(Actor.PLATFORM, account, SecretKind.ACQUISITION_PASSWORD);
        Person one = bank.certified(account);
        is(door.byCertificate(one.identity(), acquisition), 401, "log-in-failed");
        assertThat(failures(account, PASSWORD)).isOne();
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
        Person one = bankUser("900000013", "Pass0003");
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

    /** AT-16, AT-17: consecutive failures lock, and a success begins anew. */
    @Test
    void at16And17ThreeFailuresInARowLock() {
        Person one = bankUser("900000016", "Abcd1234");
        for (int i = 0; i < 2; i++) {
            is(door.byCertificate(one.identity(), "Wrong123"), 401, "log-in-failed");
        }
        door.enter(one.identity(), door.byCertificate(one.identity(), "Abcd1234"));
        for (int i = 0; i < 2; i++) {
            is(door.byCertificate(one.identity(), "Wrong123"), 401, "log-in-failed");
        }
        is(door.byCertificate(one.identity(), "Wrong123"), 423, "secret-locked");
        Response locked = door.byCertificate(one.identity(), "Abcd1234");
        is(locked, 423, "secret-locked");
        locked.then().body("errors.code", contains("OPERATOR"));
    }

    /** AT-18: of many at the same time no more are looked at than the threshold. */
    @Test
    void at18ParallelAttemptsGetNoFurther() throws Exception {
        Person one = bankUser("900000018", "Abcd1234");
        List<Integer> answers = AtOnce.times(
                20, () -> door.byCertificate(one.identity(), "Wrong123").statusCode());
        // The one that locks says so, too.
        assertThat(answers).hasSize(20).filteredOn(status -> status == 401).hasSizeLessThan(3);
        assertThat(answers).containsOnly(401, 423);
        is(door.byCertificate(one.identity(), "Abcd1234"), 423, "secret-locked");
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

    /** AT-40: nobody's PIN is so short or so long, so it does not count. */
    @Test
    void at40APinOfAnotherLengthIsRefusedWithoutCounting() {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-corporate");
        Account account = door.chosen(bank.withLoginId(Role.USER, "9000140", "One"), PIN, "482913");
        Person one = bank.certified(account);
        http.cert(one.identity())
                .get("/api/v1/session/entrance")
                .then()
                .body("methods.size()", equalTo(1))
                .body("methods[0].proofs", contains("CERT", "PIN"))
                .body("methods[0].ready", equalTo(true))
                .body("methods[0].secret.minLength", equalTo(4))
                .body("methods[0].secret.maxLength", equalTo(12));
        is(door.byCertificate(one.identity(), "123"), 401, "log-in-failed");
        is(door.byCertificate(one.identity(), "1234567890123"), 401, "log-in-failed");
        assertThat(failures(account, PIN)).isZero();
        is(door.byCertificate(one.identity(), "1234"), 401, "log-in-failed");
        assertThat(failures(account, PIN)).isOne();
    }

    /** AT-42: at the policy's threshold the PIN is locked, and whoever may unlock it is named. */
    @Test
    void at42WrongPinsLockAndTheAnswerSaysWhoUnlocks() {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-corporate");
        Account user = door.chosen(bank.withLoginId(Role.USER, "9000142", "One"), PIN, "482913");
        Account admin = door.chosen(bank.withLoginId(Role.ADMINISTRATOR, "50000142", "Two"), PIN, "482913");
        for (int i = 0; i < 4; i++) {
            is(door.byId("9000142", "111111"), 401, "log-in-failed");
            is(door.byId("50000142", "111111"), 401, "log-in-failed");
        }
        door.byId("9000142", "111111")
                .then()
                .statusCode(423)
                .body("errors.code", contains("TENANT_ADMINISTRATOR", "OPERATOR"));
        door.byId("50000142", "111111").then().statusCode(423).body("errors.code", contains("OPERATOR"));
        secrets.unlock(Actor.PLATFORM, user, PIN);
        door.byId("9000142", "482913").then().statusCode(201);
        assertThat(failures(admin, PIN)).isEqualTo(5);
    }

    @Test
    void aLockThatPassesTellsWhen() {
        Fixtures.Organisation company = given.tenant("saas").withPreset("saas-groupware");
        Account account =
                door.chosen(company.withLoginId(Role.ADMINISTRATOR, "saas.locked", "One"), PASSWORD, "Abcd1234");
        var site = company.site();
        for (int i = 0; i < 9; i++) {
            is(door.byId(site, "saas.locked", "Wrong123"), 401, "log-in-failed");
        }
        door.byId(site, "saas.locked", "Wrong123")
                .then()
                .statusCode(423)
                .body("errors.code", contains("TIME", "OPERATOR"));
        clock.advance(Duration.ofMinutes(30));
        door.byId(site, "saas.locked", "Abcd1234").then().statusCode(201);
        assertThat(failures(account, PASSWORD)).isZero();
    }

    /** AT-52: each in their own way; who has acquired a certificate does not fall back. */
    @Test
    void at52AMethodIsAPersonsOwn() {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-corporate");
        door.chosen(bank.withLoginId(Role.USER, "9000152", "By ID"), PIN, "482913");
        Account certified = door.chosen(bank.withLoginId(Role.USER, "9000153", "By certificate"), PIN, "482913");
        door.byId("9000153", "482913").then().statusCode(201);
        Person one = bank.certified(certified);

        door.byId("9000152", "482913").then().statusCode(201);
        Response fallenBack = door.byId("9000153", "482913");
        is(fallenBack, 403, "log-in-method-off");
        fallenBack
                .then()
                .body("errors.code", contains("CERT+PIN", "LOST_ASK_ADMINISTRATOR"))
                .body("errors[0].message", equalTo("電子証明書と暗証番号でログインしてください。"));
        // Nobody is told so who does not know the PIN.
        is(door.byId("9000153", "000000"), 401, "log-in-failed");
        door.byCertificate(one.identity(), "482913").then().statusCode(201);
    }

    /** AT-54: without the site's certificate no form is served, and nothing that is typed is looked at. */
    @Test
    void at54WithoutTheSitesCertificateNobodyLogsIn() {
        Fixtures.Organisation company = given.tenant("saas").withPreset("saas-groupware");
        Account account =
                door.chosen(company.withLoginId(Role.ADMINISTRATOR, "saas.admin", "One"), PASSWORD, "Abcd1234");
        String code = company.code();
        for (var here : List.of(http.portal(), http.cert(null))) {
            here.queryParam("tenant", code)
                    .get("/api/v1/session/entrance")
                    .then()
                    .body("methods.size()", equalTo(1))
                    .body("methods[0].proofs", contains("SITE_CERT", "ID", "PASSWORD"))
                    .body("methods[0].entrance", equalTo("CERT"))
                    .body("methods[0].ready", equalTo(false));
        }
        is(door.byId(null, "saas.admin", "Abcd1234"), 401, "certificate-missing");
        is(door.byId("saas.admin", "Wrong123"), 401, "log-in-failed");
        is(door.byId("saas.admin", "Abcd1234"), 401, "log-in-failed");
        assertThat(failures(account, PASSWORD)).isZero();

        var site = company.site();
        http.cert(site)
                .get("/api/v1/session/entrance")
                .then()
                .body("presented.code", equalTo("M-CERT-SITE"))
                .body("rememberLoginId", equalTo(true))
                .body("methods[0].ready", equalTo(true));
        Entered session = door.enter(site, door.byId(site, "saas.admin", "Abcd1234"));
        session.get().then().body("state", equalTo("ACTIVE")).body("method", contains("SITE_CERT", "ID", "PASSWORD"));
        // The session is bound to the site's certificate.
        is(
                http.cert(null)
                        .header("Authorization", "Bearer " + session.token())
                        .get("/api/v1/session"),
                401,
                "session-certificate-mismatch");
        is(door.byCertificate(site, null), 401, "log-in-incomplete");
    }

    @Test
    void aSitesCertificateOpensNothingToAnotherTenantsAccounts() {
        Fixtures.Organisation company = given.tenant("saas").withPreset("saas-groupware");
        Fixtures.Organisation other = given.tenant("other").withPreset("saas-groupware");
        Account account =
                door.chosen(other.withLoginId(Role.ADMINISTRATOR, "other.admin", "One"), PASSWORD, "Abcd1234");
        is(door.byId(company.site(), "other.admin", "Abcd1234"), 401, "log-in-failed");
        assertThat(failures(account, PASSWORD)).isZero();
    }

    /** AT-71: of one's own accord the present one is asked for, and counts. */
    @Test
    void at71AChangeOfOnesOwnAccordNeedsThePresentOne() {
        Person one = bankUser("900000071", "Abcd1234");
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

    /** AT-72: a leading zero counts, and so does the case. */
    @Test
    void at72TheIdIsTextAndThePasswordHasItsCase() {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-fx").withPolicy("""
                {"auth": {"methods": [["ID", "PASSWORD"]]}}""");
        Account account =
                door.chosen(bank.withLoginId(Role.USER, "0128000017", "Corporate user 1"), PASSWORD, "Abcd1234");
        Response refused = door.byId("0128000017", "abcd1234");
        is(refused, 401, "log-in-failed");
        refused.then().body("title", containsString("大文字と小文字"));
        assertThat(failures(account, PASSWORD)).isOne();
        is(door.byId("128000017", "Abcd1234"), 401, "log-in-failed");
        door.byId("0128000017", "Abcd1234").then().statusCode(201).body("account.loginId", equalTo("0128000017"));
    }

    /** AT-73: the page says whose certificate is in use, and how to choose another. */
    @Test
    void at73TheEntranceTellsWhoseCertificateIsInUse() {
        Person one = bankUser("900000073", "Abcd1234");
        http.cert(one.identity())
                .get("/api/v1/session/entrance")
                .then()
                .statusCode(200)
                .body("presented.code", equalTo("M-CERT-OK"))
                .body("presented.loginId", equalTo("900000073"))
                .body("presented.accountName", equalTo("User 900000073"))
                .body("presented.renewable", equalTo(false))
                .body("presented.advice", containsString("別の証明書"))
                .body("softwareKeyboard", equalTo(true))
                .body("rememberLoginId", equalTo(false));
    }

    /** One message and one duration, whoever it is (C.3). */
    @Test
    void anUnknownIdIsAnsweredLikeAWrongPassword() {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-corporate");
        door.chosen(bank.withLoginId(Role.USER, "9000199", "One"), PIN, "482913");
        Account gone = door.chosen(bank.withLoginId(Role.USER, "9000198", "Two"), PIN, "482913");
        assertThat(gone.isActive()).isTrue();
        Predicate<Policy> byId = policy -> policy.auth().methods().stream()
                .anyMatch(each -> each.contains(Proof.ID) && !each.contains(Proof.SITE_CERT));
        String nobodys = strangers.of(bank.id(), byId);
        assertThat(document(door.byId(strangers.of(bank.id(), byId), "111111")))
                .isEqualTo(document(door.byId("9000199", "111111")));
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            known.add(millis(() -> door.byId("9000198", "111111")));
            unknown.add(millis(() -> door.byId(nobodys, "111111")));
        }
        Collections.sort(known);
        Collections.sort(unknown);
        // Both wait for the same moment; what is left is the way there and back.
        assertThat(known.getFirst()).isGreaterThanOrEqualTo(250);
        assertThat(unknown.getFirst()).isGreaterThanOrEqualTo(250);
        assertThat(Math.abs(known.get(1) - unknown.get(1))).isLessThan(100);
    }

    @Test
    void whatIsMissingOrTooMuchIsNamed() {
        is(
                http.portal()
                        .contentType("application/json")
                        .body("{\"loginId\":\"x\"}")
                        .post("/api/v1/session"),
                401,
                "log-in-incomplete");
        is(http.portal().contentType("application/json").body("{}").post("/api/v1/session"), 403, "log-in-method-off");
        Person officer = given.tenant("a").officer("Hanako Sato");
        is(door.byCertificate(officer.identity(), "Abcd1234"), 403, "log-in-method-off");
        Entered session = door.enter(officer.identity(), door.byCertificate(officer.identity(), null));
        is(session.change("Abcd1234", "Efgh5678"), 403, "password-off");
    }

    /** AT-63: successes and failures stand in the tenant's history, with the method. */
    @Test
    void at63LogInsAndFailuresAreInTheHistoryWithTheMethod() {
        Fixtures.Organisation company = given.tenant("saas").withPreset("saas-groupware");
        door.chosen(company.withLoginId(Role.ADMINISTRATOR, "saas.history", "Historian"), PASSWORD, "Abcd1234");
        var site = company.site();
        door.byId(site, "saas.history", "Wrong123");
        Entered session = door.enter(site, door.byId(site, "saas.history", "Abcd1234"));
        session.change("Abcd1234", "Efgh5678").then().statusCode(200);
        session.request()
                .queryParam("operation", "session.open")
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200)
                .body("items.outcome", contains("SUCCESS", "FAILURE"))
                .body("items.address", hasItem("127.0.0.1"))
                .body("items.detail.method", contains("SITE_CERT+ID+PASSWORD", "SITE_CERT+ID+PASSWORD"));
        session.request()
                .queryParam("operation", "secret.change")
                .get("/api/v1/audit-events")
                .then()
                .body("items.size()", equalTo(2));
        session.request().delete("/api/v1/session").then().statusCode(204);
        Entered again = door.enter(site, door.byId(site, "saas.history", "Efgh5678"));
        again.request()
                .queryParam("operation", "session.close")
                .get("/api/v1/audit-events")
                .then()
                .body("items.size()", equalTo(1));
    }

    private Person bankUser(String loginId, String password) {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-fx");
        return bank.certified(door.chosen(bank.withLoginId(Role.USER, loginId, "User " + loginId), PASSWORD, password));
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

    private int failures(Account account, SecretKind kind) {
        return secrets.states(account).stream()
                .filter(state -> state.kind() == kind)
                .mapToInt(SecretState::failures)
                .sum();
    }

    private static io.restassured.response.ValidatableResponse broken(Response answer) {
        is(answer, 422, "secret-rules-broken");
        return answer.then();
    }

    private static java.util.Map<String, Object> document(Response answer) {
        is(answer, 401, "log-in-failed");
        java.util.Map<String, Object> document = answer.jsonPath().getMap("$");
        document.remove("instance");
        return document;
    }

    private static long millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1_000_000;
    }
}
