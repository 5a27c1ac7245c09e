package io.shomei.acquisition;

import static io.shomei.testing.Refusals.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.shomei.account.Account;
import io.shomei.acquisition.Applicant.Credentials;
import io.shomei.certificate.Certificate;
import io.shomei.kernel.Role;
import io.shomei.policy.Policies;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Identity;
import io.shomei.testing.KeyFiles;
import io.shomei.testing.Mailbox;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Renewing the presented certificate with the log-in password, in one request. */
@ShomeiTest
class OneRequestRenewalTest {
    private static final AtomicInteger IDS = new AtomicInteger(920_000_000);
    private static final String PASSWORD = "Abcd1234";

    @Inject
    Fixtures given;

    @Inject
    Applicant applicant;

    @Inject
    Http http;

    @Inject
    UnusedCertificates unused;

    @Inject
    AcquisitionWork work;

    @Inject
    Policies policies;

    @Inject
    TestClock clock;

    private Fixtures.Organisation bank;
    private Account account;
    private Credentials credentials;
    private Identity old;

    @BeforeEach
    void aCertificateThatEndsInThreeWeeks() throws Exception {
        bank = given.tenant("bank").withPreset("bank-fx").withLicences(1);
        account = bank.withLoginId(Role.USER, String.valueOf(IDS.incrementAndGet()), "Corporate user 1");
        credentials = applicant.given(account, PASSWORD);
        old = applicant.acquired(credentials);
        applicant.ends(account, in(Duration.ofDays(21)));
    }

    /** AT-29: the entrance says from when on, and the request is refused before. */
    @Test
    void at29ItIsTooEarlyAMonthAndADayBefore() {
        Instant end = clock.instant().plus(Duration.ofDays(33));
        applicant.ends(account, end);
        applicant
                .entrance(old)
                .then()
                .body("presented.renewable", equalTo(false))
                .body("presented.next", contains("LOG_IN"))
                .body("presented.daysLeft", greaterThan(31));
        is(applicant.renew(old, PASSWORD, null), 409, "renewal-not-open");
        assertThat(applicant.certificates(account)).hasSize(1);
    }

    /** AT-30: that it can be renewed is known before anything was typed. */
    @Test
    void at30ThePageOpensWithoutAPassword() {
        applicant
                .entrance(old)
                .then()
                .body("presented.code", equalTo("M-CERT-OK"))
                .body("presented.renewable", equalTo(true))
                .body("presented.next", contains("LOG_IN", "RENEW"))
                .body("presented.loginId", equalTo(account.loginId()));
        is(applicant.renew(old, "", null), 400, "malformed-request");
    }

    /** AT-31: a new key and a new number, under the log-in password and not the acquisition password. */
    @Test
    void at31TheFileOpensWithTheLogInPassword() throws Exception {
        byte[] file = applicant
                .renew(old, PASSWORD, null)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThatThrownBy(() -> KeyFiles.opened(file, credentials.acquisitionPassword()))
                .hasMessageContaining("password");
        Identity renewed = Applicant.imported(file, PASSWORD);
        assertThat(renewed.certificate().getSerialNumber())
                .isNotEqualTo(old.certificate().getSerialNumber());
        assertThat(renewed.certificate().getPublicKey())
                .isNotEqualTo(old.certificate().getPublicKey());
        assertThat(renewed.certificate().getSubjectX500Principal())
                .isEqualTo(old.certificate().getSubjectX500Principal());
        Eventually.isTrue(
                "the mail about the new one",
                () -> Mailbox.to(String.valueOf(account.email())).stream()
                        .anyMatch(mail -> mail.text().contains("renewed, and the new one")));
    }

    /** Whichever page asks gets the same certificate, until it was used. */
    @Test
    void aBrokenDownloadIsResumed() throws Exception {
        Identity first =
                Applicant.imported(applicant.renew(old, PASSWORD, "page-1").asByteArray(), PASSWORD);
        is(applicant.renew(old, "Wrong123", "page-1"), 401, "log-in-failed");
        for (String page : Arrays.asList("page-1", "page-2", null)) {
            applicant.entrance(old).then().body("presented.next", contains("USE_NEWER", "LOG_IN", "RENEW"));
            assertThat(again(page).certificate()).isEqualTo(first.certificate());
        }
        assertThat(applicant.certificates(account)).hasSize(2);
        applicant.logIn(first, PASSWORD).then().statusCode(201);
        is(applicant.renew(old, PASSWORD, "page-1"), 409, "certificate-renewed");
        applicant.entrance(old).then().body("presented.next", contains("USE_NEWER", "LOG_IN"));
        assertThat(applicant.certificates(account)).hasSize(2);
    }

    /** {@code download.window}: for as long, and not a second longer. */
    @Test
    void aBrokenDownloadIsResumedWithinTheWindow() throws Exception {
        Instant begun = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        clock.stopAt(begun);
        Identity first = Applicant.imported(applicant.renew(old, PASSWORD, null).asByteArray(), PASSWORD);
        clock.stopAt(begun.plus(Duration.ofHours(24)));
        assertThat(again("another page").certificate()).isEqualTo(first.certificate());
        clock.stopAt(begun.plus(Duration.ofHours(24)).plusSeconds(1));
        is(applicant.renew(old, PASSWORD, null), 409, "certificate-renewed");
        assertThat(applicant.certificates(account)).hasSize(2);
    }

    @Test
    void whereAFileIsDownloadedOnceItsKeyIsKeptNowhere() throws Exception {
        assign("{\"download\":{\"policy\":\"ONCE\"}}");
        applicant.renew(old, PASSWORD, "page-1").then().statusCode(200);
        is(applicant.renew(old, PASSWORD, "page-1"), 409, "certificate-renewed");
        assertThat(applicant.certificates(account)).hasSize(2);
    }

    /** AT-33: both log in until the older one ends, which tells of the newer. */
    @Test
    void at33TheOldOneIsGoodToItsEnd() throws Exception {
        Identity renewed =
                Applicant.imported(applicant.renew(old, PASSWORD, null).asByteArray(), PASSWORD);
        String serial = HexFormat.of()
                .withUpperCase()
                .formatHex(unsigned(renewed.certificate().getSerialNumber().toByteArray()));
        Response in = applicant.logIn(old, PASSWORD);
        in.then()
                .statusCode(201)
                .body("certificate.renewable", equalTo(false))
                .body("certificate.newer.serial", equalTo(serial))
                .body("certificate.newer.used", equalTo(false));
        http.cert(old)
                .header("Authorization", "Bearer " + in.path("token"))
                .get("/api/v1/session")
                .then()
                .body("warnings.code", hasItem("NEWER_CERTIFICATE"));
        applicant.entrance(old).then().body("presented.next", contains("USE_NEWER", "LOG_IN", "RENEW"));
        applicant.logIn(renewed, PASSWORD).then().statusCode(201).body("certificate.daysLeft", greaterThan(300));
        Instant end = clock.instant().plusSeconds(5).truncatedTo(ChronoUnit.SECONDS);
        List<Certificate> certificates = applicant.certificates(account);
        applicant.ends(certificates.getLast(), end);
        clock.stopAt(end);
        applicant.logIn(old, PASSWORD).then().statusCode(201);
        clock.stopAt(end.plusSeconds(1));
        is(applicant.logIn(old, PASSWORD), 401, "certificate-expired");
        applicant
                .entrance(old)
                .then()
                .body("presented.code", equalTo("M-CERT-EXPIRED"))
                .body("presented.next", contains("USE_NEWER"));
    }

    /** AT-34: the last week, a mail and a warning to who never used the newer one. */
    @Test
    void at34WhoNeverUsedTheNewerOneIsToldToImportIt() throws Exception {
        Identity renewed =
                Applicant.imported(applicant.renew(old, PASSWORD, null).asByteArray(), PASSWORD);
        List<Certificate> certificates = applicant.certificates(account);
        unused.sendDue(account.tenant());
        applicant.ends(certificates.getLast(), in(Duration.ofDays(7).minusMinutes(1)));
        Response in = applicant.logIn(old, PASSWORD);
        http.cert(old)
                .header("Authorization", "Bearer " + in.path("token"))
                .get("/api/v1/session")
                .then()
                .body("warnings.code", hasItem("NEWER_CERTIFICATE_UNUSED"))
                .body("warnings.code", not(hasItem("NEWER_CERTIFICATE")));
        unused.sendDue(account.tenant());
        assertThat(Mailbox.await(String.valueOf(account.email()), "import the new certificate")
                        .text())
                .contains(certificates.getFirst().serial().hex());
        unused.sendDue(account.tenant());
        assertThat(Mailbox.to(String.valueOf(account.email())))
                .filteredOn(mail -> mail.subject().contains("import the new certificate"))
                .hasSize(1);
        applicant.logIn(renewed, PASSWORD).then().statusCode(201);
        applicant.entrance(old).then().body("presented.newer.used", equalTo(true));
    }

    /** AT-35: nothing in the request says whose certificate it is; another's password opens nothing. */
    @Test
    void at35EverybodyRenewsTheirOwn() throws Exception {
        Account other = bank.withLoginId(Role.USER, String.valueOf(IDS.incrementAndGet()), "Corporate user 2");
        Credentials others = applicant.given(other, "Efgh5678");
        Identity identity = applicant.acquired(others);
        applicant.ends(other, in(Duration.ofDays(21)));
        Map<String, Object> body = new HashMap<>(Map.of("password", PASSWORD, "loginId", account.loginId()));
        is(
                http.cert(identity)
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post("/api/v1/own-certificate/renewal-file"),
                400,
                "malformed-request");
        is(applicant.renew(identity, PASSWORD, null), 401, "log-in-failed");
        assertThat(applicant.certificates(account)).hasSize(1);
        assertThat(applicant.certificates(other)).hasSize(1);
    }

    /** AT-36: what has ended is not renewed; the way to another one is shown, and leads there. */
    @Test
    void at36WhatHasEndedIsAcquiredAnew() throws Exception {
        applicant.ends(account, in(Duration.ofMinutes(-1)));
        is(applicant.renew(old, PASSWORD, null), 401, "certificate-expired");
        applicant
                .entrance(old)
                .then()
                .body("acquisition", equalTo(true))
                .body("presented.code", equalTo("M-CERT-EXPIRED"))
                .body("presented.next", contains("ACQUIRE", "DESK"));
        Identity anew = applicant.acquired(credentials);
        applicant.logIn(anew, PASSWORD).then().statusCode(201);
    }

    /** B-14: within the grace as before, afterwards with what the service desk issues anew. */
    @Test
    void afterTheGraceTheServiceDeskIsNeeded() throws Exception {
        assign("{\"renewal\":{\"graceAfterExpiry\":\"P90D\"}}");
        applicant.ends(account, in(Duration.ofDays(-91)));
        applicant.entrance(old).then().body("presented.next", contains("DESK"));
        Response refused = applicant.acquire(credentials);
        is(refused, 403, "acquisition-not-offered");
        refused.then().body("errors.code", contains("DESK"));
        applicant.ends(account, in(Duration.ofDays(-89)));
        applicant.entrance(old).then().body("presented.next", contains("ACQUIRE", "DESK"));
        Identity anew = applicant.acquired(credentials);
        applicant.ends(account, in(Duration.ofDays(-91)));
        is(applicant.acquire(credentials), 403, "acquisition-not-offered");
        Credentials issued = applicant.given(account, "Other456");
        applicant.entrance(anew).then().body("presented.next", contains("ACQUIRE", "DESK"));
        applicant.logIn(applicant.acquired(issued), "Other456").then().statusCode(201);
    }

    @Test
    void aWrongPasswordCountsAndLocks() {
        is(applicant.renew(old, "Wrong123", null), 401, "log-in-failed");
        is(applicant.renew(old, "Wrong123", null), 401, "log-in-failed");
        is(applicant.renew(old, "Wrong123", null), 423, "secret-locked");
        is(applicant.renew(old, PASSWORD, null), 423, "secret-locked");
        assertThat(applicant.certificates(account)).hasSize(1);
    }

    @Test
    void whatIsNoLogInCertificateRenewsNothing() {
        is(applicant.renew(null, PASSWORD, null), 401, "certificate-missing");
        is(applicant.renew(Applicant.foreign(), PASSWORD, null), 401, "certificate-foreign");
        is(
                applicant.renew(bank.certificateWithoutAccount("Nobody"), PASSWORD, null),
                401,
                "certificate-without-account");
        clock.at(Duration.ofDays(-3), () -> {
            applicant.ends(account, in(Duration.ofDays(400)));
            is(applicant.renew(old, PASSWORD, null), 401, "certificate-not-yet-valid");
            return null;
        });
    }

    @Test
    void whatIsAskedForHasToBeOffered() {
        is(applicant.renew(old, PASSWORD, null, Map.of("format", "PEM")), 422, "format-not-offered");
        applicant
                .renew(old, PASSWORD, null, Map.of("format", "MOBILECONFIG"))
                .then()
                .statusCode(200);
        assign("{\"renewal\":{\"authentication\":[]}}");
        is(applicant.renew(old, PASSWORD, null), 403, "renewal-not-offered");
    }

    @Test
    void whatCannotBeIssuedIsTold() {
        String name = "{customer}".repeat(11) + " {userId}";
        assign("{\"identity\":{\"commonName\":\"" + name + "\"}}");
        is(applicant.renew(old, PASSWORD, null), 409, "name-not-certifiable");
        // The contract is used up by the certificate that is to be renewed.
        assign("{\"quota\":{\"model\":\"LICENCES\",\"renewalOverlap\":null}}");
        is(applicant.renew(old, PASSWORD, null), 409, "certificate-not-issuable");
        assign("{}");
        Acquisition begun = applicant.underWay(account, Acquisition.Way.ONE_REQUEST);
        is(applicant.renew(old, PASSWORD, null), 409, "certificate-issuing");
        work.fail(begun);
        applicant.renew(old, PASSWORD, null).then().statusCode(200);
    }

    private Identity again(@Nullable String page) throws Exception {
        return Applicant.imported(
                applicant
                        .renew(old, PASSWORD, page)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                PASSWORD);
    }

    private void assign(String overrides) {
        QuarkusTransaction.requiringNew().run(() -> policies.assign(account.tenant(), "bank-fx", overrides));
    }

    private Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
    }
}
