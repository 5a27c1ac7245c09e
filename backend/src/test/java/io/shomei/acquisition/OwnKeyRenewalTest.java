package io.shomei.acquisition;

import static io.shomei.testing.Refusals.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.shomei.account.Account;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.acquisition.OwnKeySteps.Owned;
import io.shomei.acquisition.OwnKeySteps.Session;
import io.shomei.audit.Actor;
import io.shomei.certificate.CertificateState;
import io.shomei.pki.KeySpec;
import io.shomei.pki.RevocationReason;
import io.shomei.testing.Csrs;
import io.shomei.testing.Http;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Renewals whose key the browser makes, from the own session: from when, until when, and what becomes of the older one. */
@ShomeiTest
class OwnKeyRenewalTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Inject
    Applicant applicant;

    @Inject
    OwnKeySteps steps;

    @Inject
    Http http;

    @Inject
    Secrets secrets;

    @Inject
    TestClock clock;

    private Account administrator;

    @BeforeEach
    void anAdministratorWithIdAndPin() {
        administrator = steps.administrator(steps.corporation());
    }

    /** AT-44: at 08:59:59 of its last day in Japan a certificate logs in, at 09:00:00 it does not. */
    @Test
    void at44ACertificateLogsInToItsLastSecond() {
        Owned own = steps.acquired(administrator);
        Instant end = endOfDayIn(1);
        steps.ends(administrator, own, end);
        assertThat(end.atZone(TOKYO).toLocalTime()).isEqualTo(LocalTime.of(8, 59, 59));
        clock.stopAt(end);
        steps.byCertificate(own.identity())
                .get()
                .then()
                .statusCode(200)
                .body("certificate.notAfter", equalTo(end.toString()));
        clock.advance(Duration.ofSeconds(1));
        is(steps.logIn(own.identity(), null, OwnKeySteps.PIN), 401, "certificate-expired");
        applicant.entrance(own.identity()).then().body("presented.code", equalTo("M-CERT-EXPIRED"));
    }

    /** AT-45: the notice of the renewal comes with the log-in at 09:00:00, thirty days before, and not a second earlier. */
    @Test
    void at45TheRenewalIsAnnouncedFromNineOClockOn() {
        Owned own = steps.acquired(administrator);
        Instant end = endOfDayIn(32);
        steps.ends(administrator, own, end);
        Instant opens = end.plusSeconds(1).minus(Duration.ofDays(30));
        assertThat(opens.atZone(TOKYO).toLocalTime()).isEqualTo(LocalTime.of(9, 0));
        clock.stopAt(opens.minusSeconds(1));
        Session early = steps.byCertificate(own.identity());
        early.get()
                .then()
                .body("warnings.code", not(hasItem("CERTIFICATE_RENEWABLE")))
                .body("certificate.renewable", equalTo(false));
        early.own().then().body("issuance.state", equalTo("NOT_YET"));
        clock.advance(Duration.ofSeconds(1));
        Session open = steps.byCertificate(own.identity());
        open.get()
                .then()
                .body("warnings.code", hasItem("CERTIFICATE_RENEWABLE"))
                .body("certificate.renewable", equalTo(true));
        open.own().then().body("issuance.state", equalTo("RENEW"));
    }

    /** AT-48: from the confirmation on the older one is refused, and says which is the newer. */
    @Test
    void at48TheOldOneIsRefusedOnceTheNewOneIsStored() {
        Owned old = steps.acquired(administrator);
        steps.ends(administrator, old, Duration.ofDays(20));
        Session session = steps.byCertificate(old.identity());
        session.get()
                .then()
                .body("warnings.code", hasItem("CERTIFICATE_RENEWABLE"))
                .body("certificate.renewable", equalTo(true));
        session.own().then().body("issuance.state", equalTo("RENEW"));
        Owned renewed = session.acquire();
        session.confirm(renewed.serial()).then().statusCode(200).body("superseded.serial", contains(old.serial()));
        is(session.get(), 401, "session-ended");
        is(steps.logIn(old.identity(), null, OwnKeySteps.PIN), 401, "certificate-superseded");
        applicant
                .entrance(old.identity())
                .then()
                .body("presented.code", equalTo("M-CERT-SUPERSEDED"))
                .body("presented.newer.serial", equalTo(renewed.serial()))
                .body("presented.newer.notAfter", notNullValue())
                .body("presented.next", contains("USE_NEWER"));
        steps.byCertificate(renewed.identity());
        assertThat(steps.certificate(administrator, old).state())
                .isInstanceOfSatisfying(
                        CertificateState.Revoked.class,
                        revoked -> assertThat(revoked.reason()).isEqualTo(RevocationReason.SUPERSEDED));
        is(
                http.cert(old.identity())
                        .contentType(ContentType.JSON)
                        .body(Map.of("password", OwnKeySteps.PIN))
                        .post("/api/v1/own-certificate/renewal-file"),
                401,
                "certificate-superseded");
    }

    /** AT-49: a renewal that broke off leaves the old one usable, also for the next attempt; the first log-in confirms, too. */
    @Test
    void at49ARenewalThatBrokeOffLeavesTheOldOneUsable() {
        Owned old = steps.acquired(administrator);
        steps.ends(administrator, old, Duration.ofDays(20));
        Session session = steps.byCertificate(old.identity());
        Owned lost = session.acquire();
        Session again = steps.byCertificate(old.identity());
        again.get().then().body("warnings.code", hasItem("CERTIFICATE_RENEWABLE"));
        again.own().then().body("issuance.state", equalTo("RENEW"));
        // The next attempt takes the place of what nobody has.
        Owned renewed = again.acquire();
        assertThat(steps.certificate(administrator, lost).state())
                .isInstanceOfSatisfying(
                        CertificateState.Revoked.class,
                        revoked -> assertThat(revoked.reason()).isEqualTo(RevocationReason.CESSATION_OF_OPERATION));
        steps.byCertificate(old.identity());
        // Nobody confirmed; the log-in does.
        steps.byCertificate(renewed.identity());
        is(steps.logIn(old.identity(), null, OwnKeySteps.PIN), 401, "certificate-superseded");
    }

    /** AT-77: a year on, at 08:59:59 in Japan. */
    @Test
    void at77ARenewalEndsAYearOnAtTheEndOfTheUtcDay() {
        Owned old = steps.acquired(administrator);
        steps.ends(administrator, old, Duration.ofDays(29));
        Session session = steps.byCertificate(old.identity());
        JsonPath issued = session.issue(Csrs.key(KeySpec.P256))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(issued.getString("renews")).isEqualTo(old.serial());
        assertThat(issued.getBoolean("supersedes")).isTrue();
        assertThat(issued.getString("commonName")).isEqualTo(administrator.loginId());
        Instant notAfter = Instant.parse(issued.getString("notAfter"));
        assertThat(notAfter.atZone(TOKYO).toLocalTime()).isEqualTo(LocalTime.of(8, 59, 59));
        assertThat(notAfter.atOffset(ZoneOffset.UTC).toLocalDate())
                .isEqualTo(
                        clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().plusYears(1));
        session.get().then().statusCode(200);
    }

    @Test
    void itIsTooEarlyOrAlreadyDone() {
        Owned own = steps.acquired(administrator);
        Session session = steps.byCertificate(own.identity());
        session.own().then().body("issuance.state", equalTo("NOT_YET")).body("issuance.opensAt", endsWith("Z"));
        is(session.issue(Csrs.key(KeySpec.P256)), 409, "renewal-not-open");
        steps.ends(administrator, own, Duration.ofDays(20));
        // A policy under which both stay good for a while.
        steps.assign(administrator, "{\"certificate\":{\"supersession\":\"AT_EXPIRY\",\"maxValidDuringRenewal\":2}}");
        Owned renewed = session.acquire();
        session.confirm(renewed.serial()).then().statusCode(200);
        session.own().then().body("issuance.state", equalTo("RENEWED"));
        is(session.issue(Csrs.key(KeySpec.P256)), 409, "certificate-renewed");
    }

    @Test
    void whatThePolicyAsksForIsProvenAgain() {
        Owned own = steps.acquired(administrator);
        steps.ends(administrator, own, Duration.ofDays(20));
        steps.assign(administrator, "{\"auth\":{\"stepUp\":{\"renewal\":\"PASSWORD\"}}}");
        Session session = steps.byCertificate(own.identity());
        session.own().then().body("issuance.reproof", equalTo("PASSWORD"));
        KeyPair key = Csrs.key(KeySpec.P256);
        is(session.issue(key), 403, "reproof-wrong");
        for (int i = 0; i < 4; i++) {
            is(session.issue(key, "999999"), 403, "reproof-wrong");
        }
        is(session.issue(key, "999999"), 423, "reproof-locked");
        secrets.unlock(Actor.PLATFORM, administrator, SecretKind.PIN);
        session.issue(key, OwnKeySteps.PIN).then().statusCode(201);
    }

    /** The last second of a day in UTC, so many days from now. */
    private Instant endOfDayIn(int days) {
        return clock.instant()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(days)
                .atTime(23, 59, 59)
                .toInstant(ZoneOffset.UTC);
    }
}
