package io.shomei.session;

import static io.shomei.account.secret.SecretKind.PASSWORD;
import static io.shomei.account.secret.SecretKind.PIN;
import static io.shomei.testing.Refusals.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.shomei.account.Account;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.kernel.Role;
import io.shomei.session.Door.Entered;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Logging in with what one knows, with and without a certificate: which way is whose, what is asked, and what is told. */
@ShomeiTest
class PasswordLogInTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Door door;

    @Inject
    Secrets secrets;

    @Test
    void aCertificateAndItsPasswordLogIn() {
        Person one = door.bankUser("900000001", "Abcd1234");
        door.byCertificate(one.identity(), "Abcd1234")
                .then()
                .statusCode(201)
                .body("state", equalTo("ACTIVE"))
                .body("account.loginId", equalTo("900000001"));
        is(door.byCertificate(one.identity(), null), 401, "log-in-incomplete");
    }

    /** AT-11: what acquires a certificate does not log in, and counts as a failure. */
    @Test
    void at11TheAcquisitionPasswordIsNoLogInPassword() {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-fx");
        Account account = door.chosen(bank.withLoginId(Role.USER, "900000011", "One"), PASSWORD, "Abcd1234");
        String acquisition = secrets.issue(Actor.PLATFORM, account, SecretKind.ACQUISITION_PASSWORD);
        Person one = bank.certified(account);
        is(door.byCertificate(one.identity(), acquisition), 401, "log-in-failed");
        assertThat(door.failures(account, PASSWORD)).isOne();
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
        assertThat(door.failures(account, PASSWORD)).isOne();
        is(door.byId("128000017", "Abcd1234"), 401, "log-in-failed");
        door.byId("0128000017", "Abcd1234").then().statusCode(201).body("account.loginId", equalTo("0128000017"));
    }

    /** AT-73: the page says whose certificate is in use, and how to choose another. */
    @Test
    void at73TheEntranceTellsWhoseCertificateIsInUse() {
        Person one = door.bankUser("900000073", "Abcd1234");
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
}
