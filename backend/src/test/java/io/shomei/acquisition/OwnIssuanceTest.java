package io.shomei.acquisition;

import static io.shomei.testing.Refusals.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.account.CoolDowns;
import io.shomei.account.Entitlements;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateState;
import io.shomei.kernel.Role;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.KeySpec;
import io.shomei.pki.RevocationReason;
import io.shomei.policy.Policies;
import io.shomei.testing.Csrs;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Identity;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Certificates whose key the browser makes, from the own session: the first one, and its renewal. */
@ShomeiTest
class OwnIssuanceTest {
    private static final AtomicInteger IDS = new AtomicInteger(50_700_000);
    private static final String PIN = "482913";
    private static final String OWN = "/api/v1/own-certificate";
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Inject
    Fixtures given;

    @Inject
    Applicant applicant;

    @Inject
    Http http;

    @Inject
    Secrets secrets;

    @Inject
    Accounts accounts;

    @Inject
    Entitlements entitlements;

    @Inject
    CoolDowns coolDowns;

    @Inject
    Policies policies;

    @Inject
    TestClock clock;

    private Fixtures.Organisation corporation;
    private Account administrator;

    @BeforeEach
    void anAdministratorWithIdAndPin() {
        String contract = String.valueOf(IDS.incrementAndGet());
        corporation = given.tenant("corporation").withCode(contract).withPreset("bank-corporate");
        administrator = corporation.withLoginId(Role.ADMINISTRATOR, contract, "Administrator");
        secrets.set(Actor.PLATFORM, administrator, SecretKind.PIN, PIN);
    }

    /** AT-38: ID and PIN lead to the acquisition; afterwards the certificate and the PIN log in, and the ID no more. */
    @Test
    void at38WhoAcquiredACertificateLogsInWithIt() {
        Session session = byId();
        session.get().then().body("mayAcquire", equalTo(true));
        session.own()
                .then()
                .statusCode(200)
                .body("issuance.state", equalTo("ACQUIRE"))
                .body("issuance.keys", contains("RSA_2048", "P256"))
                .body("issuance.reproof", nullValue())
                .body("certificates", empty());
        Owned own = session.acquire();
        // Until it was told that it is stored, the ID opens the way to another attempt.
        Session again = byId();
        again.get().then().body("mayAcquire", equalTo(true));
        again.confirm(own.serial()).then().statusCode(200).body("superseded", empty());
        again.get().then().body("mayAcquire", equalTo(false));
        again.own().then().body("issuance.state", equalTo("ACQUIRED"));
        is(again.issue(Csrs.key(KeySpec.P256)), 409, "certificate-acquired");
        byCertificate(own.identity())
                .get()
                .then()
                .body("method", contains("CERT", "PIN"))
                .body("mayAcquire", equalTo(false));
        is(logIn(null), 403, "log-in-method-off");
        assertThat(Mailbox.await(String.valueOf(administrator.email()), "Log-in certificate acquired")
                        .text())
                .contains("CN=" + administrator.loginId());
    }

    /** AT-39: what the completion page shows is what the certificate says. */
    @Test
    void at39TheCompletionShowsWhatTheCertificateSays() {
        Session session = byId();
        JsonPath issued = session.issue(Csrs.key(KeySpec.P256))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        CertificateDer certificate = Applicant.certificate(issued.getString("certificate"));
        assertThat(issued.getString("commonName")).matches("5[0-9]{7}").isEqualTo(administrator.loginId());
        assertThat(issued.getString("organizationalUnit")).isEqualTo("Internet Banking");
        assertThat(issued.getString("organization")).isNotBlank();
        assertThat(certificate.subjectText())
                .isEqualTo(issued.getString("subjectDn"))
                .contains(
                        "CN=" + issued.getString("commonName"),
                        "OU=" + issued.getString("organizationalUnit"),
                        "O=" + issued.getString("organization"));
        assertThat(certificate.serialHex()).isEqualTo(issued.getString("serial"));
        session.confirm(issued.getString("serial"))
                .then()
                .statusCode(200)
                .body("certificate.commonName", equalTo(administrator.loginId()))
                .body("certificate.organizationalUnit", equalTo("Internet Banking"))
                .body("certificate.serial", equalTo(issued.getString("serial")))
                .body("certificate.confirmed", equalTo(true));
    }

    /** HK-015: a user's certificate names the contract and the user. */
    @Test
    void aUsersCertificateNamesTheContractAndTheUser() {
        String loginId = String.valueOf(IDS.incrementAndGet() % 10_000_000);
        Account user =
                corporation.withLoginId(Role.USER, "%7s".formatted(loginId).replace(' ', '0'), "Accountant");
        secrets.set(Actor.PLATFORM, user, SecretKind.PIN, PIN);
        Session session = enter(null, logIn(String.valueOf(user.loginId()), null));
        // Not before an administrator allowed it (HK-040).
        session.get().then().body("mayAcquire", equalTo(false));
        session.own().then().body("issuance.state", equalTo("NOT_ENTITLED"));
        is(session.issue(Csrs.key(KeySpec.P256)), 403, "acquisition-not-offered");
        QuarkusTransaction.requiringNew().run(() -> entitlements.entitle(accounts.lock(user), false, Actor.PLATFORM));
        session.get().then().body("mayAcquire", equalTo(true));
        session.issue(Csrs.key(KeySpec.P256))
                .then()
                .statusCode(201)
                .body("commonName", equalTo(corporation.code() + " " + user.loginId()))
                .body("fileName", equalTo(user.loginId()));
    }

    /** F-09: from the page of one's own certificate, too. */
    @Test
    void afterAReissueAUserWaits() {
        corporation = given.tenant("corp")
                .withPreset("bank-corporate")
                .withPolicy("{\"issuance\":{\"reissueCoolDown\":\"PT1H\"}}");
        String loginId = String.valueOf(IDS.incrementAndGet() % 10_000_000);
        Account user =
                corporation.withLoginId(Role.USER, "%7s".formatted(loginId).replace(' ', '0'), "Accountant");
        secrets.set(Actor.PLATFORM, user, SecretKind.PIN, PIN);
        QuarkusTransaction.requiringNew().run(() -> {
            Account locked = accounts.lock(user);
            entitlements.entitle(locked, true, Actor.PLATFORM);
            coolDowns.begin(locked, false);
        });
        Session session = enter(null, logIn(String.valueOf(user.loginId()), null));
        session.own().then().body("issuance.state", equalTo("COOLING_DOWN")).body("issuance.opensAt", notNullValue());
        is(session.issue(Csrs.key(KeySpec.P256)), 409, "reissue-cooling-down");
        QuarkusTransaction.requiringNew().run(() -> coolDowns.begin(accounts.lock(user), true));
        session.own().then().body("issuance.state", equalTo("ACQUIRE"));
        session.issue(Csrs.key(KeySpec.P256)).then().statusCode(201);
    }

    /** B-14: within the grace ID and PIN open the way to another, afterwards the service desk does. */
    @Test
    void whoseCertificateHasEndedBeginsAnewWithinTheGrace() {
        Owned old = acquired();
        ends(old, Duration.ofMinutes(-1));
        is(logIn(null), 403, "log-in-method-off");
        assign("{\"renewal\":{\"graceAfterExpiry\":\"P90D\"}}");
        applicant.entrance(old.identity()).then().body("presented.next", contains("ACQUIRE_IN_SESSION", "DESK"));
        ends(old, Duration.ofDays(-91));
        is(logIn(null), 403, "log-in-method-off");
        ends(old, Duration.ofDays(-89));
        Session session = byId();
        session.get().then().body("mayAcquire", equalTo(true));
        Owned anew = session.acquire();
        session.confirm(anew.serial()).then().statusCode(200);
        byCertificate(anew.identity());
        is(logIn(null), 403, "log-in-method-off");
    }

    /** {@code certificate.maxValidPerSubject}: for one person several, one for each device. */
    @Test
    void thePolicySaysHowManyOnePersonMayHave() {
        assign(
                "{\"auth\":{\"methodSwitch\":[]},\"certificate\":{\"supersession\":\"AT_EXPIRY\",\"maxValidPerSubject\":2,\"maxValidDuringRenewal\":3}}");
        for (int i = 0; i < 2; i++) {
            Session session = byId();
            session.own().then().body("issuance.state", equalTo("ACQUIRE"));
            session.confirm(session.acquire().serial()).then().statusCode(200);
        }
        Session session = byId();
        session.own().then().body("issuance.state", equalTo("ACQUIRED"));
        is(session.issue(Csrs.key(KeySpec.P256)), 409, "certificate-acquired");
    }

    /** AT-48: from the confirmation on the older one is refused, and says which is the newer. */
    @Test
    void at48TheOldOneIsRefusedOnceTheNewOneIsStored() {
        Owned old = acquired();
        ends(old, Duration.ofDays(20));
        Session session = byCertificate(old.identity());
        session.get()
                .then()
                .body("warnings.code", hasItem("CERTIFICATE_RENEWABLE"))
                .body("certificate.renewable", equalTo(true));
        session.own().then().body("issuance.state", equalTo("RENEW"));
        Owned renewed = session.acquire();
        session.confirm(renewed.serial()).then().statusCode(200).body("superseded.serial", contains(old.serial()));
        is(session.get(), 401, "session-ended");
        is(logIn(old.identity()), 401, "certificate-superseded");
        applicant
                .entrance(old.identity())
                .then()
                .body("presented.code", equalTo("M-CERT-SUPERSEDED"))
                .body("presented.newer.serial", equalTo(renewed.serial()))
                .body("presented.newer.notAfter", notNullValue())
                .body("presented.next", contains("USE_NEWER"));
        byCertificate(renewed.identity());
        assertThat(state(old))
                .isInstanceOfSatisfying(
                        CertificateState.Revoked.class,
                        revoked -> assertThat(revoked.reason()).isEqualTo(RevocationReason.SUPERSEDED));
        is(
                http.cert(old.identity())
                        .contentType(ContentType.JSON)
                        .body(Map.of("password", PIN))
                        .post("/api/v1/own-certificate/renewal-file"),
                401,
                "certificate-superseded");
    }

    /** AT-49: a renewal that broke off leaves the old one usable, also for the next attempt; the first log-in confirms, too. */
    @Test
    void at49ARenewalThatBrokeOffLeavesTheOldOneUsable() {
        Owned old = acquired();
        ends(old, Duration.ofDays(20));
        Session session = byCertificate(old.identity());
        Owned lost = session.acquire();
        Session again = byCertificate(old.identity());
        again.get().then().body("warnings.code", hasItem("CERTIFICATE_RENEWABLE"));
        again.own().then().body("issuance.state", equalTo("RENEW"));
        // The next attempt takes the place of what nobody has.
        Owned renewed = again.acquire();
        assertThat(state(lost))
                .isInstanceOfSatisfying(
                        CertificateState.Revoked.class,
                        revoked -> assertThat(revoked.reason()).isEqualTo(RevocationReason.CESSATION_OF_OPERATION));
        byCertificate(old.identity());
        // Nobody confirmed; the log-in does.
        byCertificate(renewed.identity());
        is(logIn(old.identity()), 401, "certificate-superseded");
    }

    /** AT-44: at 08:59:59 of its last day in Japan a certificate logs in, at 09:00:00 it does not. */
    @Test
    void at44ACertificateLogsInToItsLastSecond() {
        Owned own = acquired();
        Instant end = endOfDayIn(1);
        ends(own, end);
        assertThat(end.atZone(TOKYO).toLocalTime()).isEqualTo(LocalTime.of(8, 59, 59));
        clock.stopAt(end);
        byCertificate(own.identity())
                .get()
                .then()
                .statusCode(200)
                .body("certificate.notAfter", equalTo(end.toString()));
        clock.advance(Duration.ofSeconds(1));
        is(logIn(own.identity()), 401, "certificate-expired");
        applicant.entrance(own.identity()).then().body("presented.code", equalTo("M-CERT-EXPIRED"));
    }

    /** AT-45: the notice of the renewal comes with the log-in at 09:00:00, thirty days before, and not a second earlier. */
    @Test
    void at45TheRenewalIsAnnouncedFromNineOClockOn() {
        Owned own = acquired();
        Instant end = endOfDayIn(32);
        ends(own, end);
        Instant opens = end.plusSeconds(1).minus(Duration.ofDays(30));
        assertThat(opens.atZone(TOKYO).toLocalTime()).isEqualTo(LocalTime.of(9, 0));
        clock.stopAt(opens.minusSeconds(1));
        Session early = byCertificate(own.identity());
        early.get()
                .then()
                .body("warnings.code", not(hasItem("CERTIFICATE_RENEWABLE")))
                .body("certificate.renewable", equalTo(false));
        early.own().then().body("issuance.state", equalTo("NOT_YET"));
        clock.advance(Duration.ofSeconds(1));
        Session open = byCertificate(own.identity());
        open.get()
                .then()
                .body("warnings.code", hasItem("CERTIFICATE_RENEWABLE"))
                .body("certificate.renewable", equalTo(true));
        open.own().then().body("issuance.state", equalTo("RENEW"));
    }

    /** AT-77: a year on, at 08:59:59 in Japan. */
    @Test
    void at77ARenewalEndsAYearOnAtTheEndOfTheUtcDay() {
        Owned old = acquired();
        ends(old, Duration.ofDays(29));
        Session session = byCertificate(old.identity());
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
    void theSameKeyAgainGetsTheSameCertificate() {
        KeyPair key = Csrs.key(KeySpec.P256);
        Session session = byId();
        String serial = session.issue(key).then().statusCode(201).extract().path("serial");
        session.issue(key).then().statusCode(201).body("serial", equalTo(serial));
        assertThat(applicant.certificates(administrator)).hasSize(1);
        session.confirm(serial).then().statusCode(200);
        session.confirm(serial).then().statusCode(200);
        is(session.confirm("00FF"), 404, "not-found");
    }

    @Test
    void itIsTooEarlyOrAlreadyDone() {
        Owned own = acquired();
        Session session = byCertificate(own.identity());
        session.own().then().body("issuance.state", equalTo("NOT_YET")).body("issuance.opensAt", endsWith("Z"));
        is(session.issue(Csrs.key(KeySpec.P256)), 409, "renewal-not-open");
        ends(own, Duration.ofDays(20));
        // A policy under which both stay good for a while.
        assign("{\"certificate\":{\"supersession\":\"AT_EXPIRY\",\"maxValidDuringRenewal\":2}}");
        Owned renewed = session.acquire();
        session.confirm(renewed.serial()).then().statusCode(200);
        session.own().then().body("issuance.state", equalTo("RENEWED"));
        is(session.issue(Csrs.key(KeySpec.P256)), 409, "certificate-renewed");
    }

    @Test
    void whatThePolicyAsksForIsProvenAgain() {
        Owned own = acquired();
        ends(own, Duration.ofDays(20));
        assign("{\"auth\":{\"stepUp\":{\"renewal\":\"PASSWORD\"}}}");
        Session session = byCertificate(own.identity());
        session.own().then().body("issuance.reproof", equalTo("PASSWORD"));
        KeyPair key = Csrs.key(KeySpec.P256);
        is(session.issue(key), 403, "reproof-wrong");
        for (int i = 0; i < 4; i++) {
            is(session.issue(key, "999999"), 403, "reproof-wrong");
        }
        is(session.issue(key, "999999"), 423, "reproof-locked");
        secrets.unlock(Actor.PLATFORM, administrator, SecretKind.PIN);
        session.issue(key, PIN).then().statusCode(201);
    }

    @Test
    void aRequestThatIsUnsoundIsRefused() {
        Session session = byId();
        is(session.issueCsr("bm8gcmVxdWVzdA=="), 422, "browser-request-refused");
        is(session.issue(Csrs.key(KeySpec.P384)), 422, "browser-request-refused");
        assign("{\"identity\":{\"commonName\":\"" + "{customer}".repeat(11) + " {userId}\"}}");
        is(session.issue(Csrs.key(KeySpec.P256)), 409, "name-not-certifiable");
    }

    /** Nothing is issued for it, and the next attempt begins anew. */
    @Test
    void aKeyOfSomebodyElseIsNotCertified() {
        KeyPair key = Csrs.key(KeySpec.P256);
        byId().issue(key).then().statusCode(201);
        // The key was certified for somebody else.
        String other = String.valueOf(IDS.incrementAndGet());
        Account stranger = given.tenant("corporation")
                .withCode(other)
                .withPreset("bank-corporate")
                .withLoginId(Role.ADMINISTRATOR, other, "Administrator");
        secrets.set(Actor.PLATFORM, stranger, SecretKind.PIN, PIN);
        Session session = enter(null, logIn(other, null));
        is(session.issue(key), 409, "certificate-not-issuable");
        session.issue(Csrs.key(KeySpec.P256)).then().statusCode(201);
    }

    @Test
    void otherServicesHaveOtherWays() {
        Person officer = given.tenant("university").officer("Hanako Sato");
        http.as(officer)
                .get(OWN)
                .then()
                .statusCode(200)
                .body("issuance.state", equalTo("NOT_OFFERED"))
                .body("certificates", hasSize(1))
                .body("certificates[0].present", equalTo(true));
        is(
                http.as(officer)
                        .contentType(ContentType.JSON)
                        .body(Map.of("csr", csr(Csrs.key(KeySpec.P256))))
                        .post(OWN + "/issuance"),
                403,
                "acquisition-not-offered");
        http.portal().get(OWN).then().statusCode(401);
        http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("csr", "x"))
                .post(OWN + "/issuance")
                .then()
                .statusCode(401);
        http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("serial", "01"))
                .post(OWN + "/confirmation")
                .then()
                .statusCode(401);
    }

    /** Somebody else's certificate cannot be confirmed, and so neither their older one ended. */
    @Test
    void nobodyConfirmsForAnother() {
        Owned own = acquired();
        Person stranger = given.tenant("university").officer("Ichiro Suzuki");
        is(
                http.as(stranger)
                        .contentType(ContentType.JSON)
                        .body(Map.of("serial", own.serial()))
                        .post(OWN + "/confirmation"),
                404,
                "not-found");
    }

    private void assign(String overrides) {
        QuarkusTransaction.requiringNew()
                .run(() -> policies.assign(administrator.tenant(), "bank-corporate", overrides));
    }

    private Owned acquired() {
        Session session = byId();
        Owned own = session.acquire();
        session.confirm(own.serial()).then().statusCode(200);
        return own;
    }

    private void ends(Owned own, Duration in) {
        ends(own, clock.instant().plus(in));
    }

    private void ends(Owned own, Instant at) {
        Certificate certificate = applicant.certificates(administrator).stream()
                .filter(each -> each.serial().hex().equals(own.serial()))
                .findFirst()
                .orElseThrow();
        applicant.ends(certificate, at);
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

    private CertificateState state(Owned own) {
        return applicant.certificates(administrator).stream()
                .filter(each -> each.serial().hex().equals(own.serial()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private Session byId() {
        return enter(null, logIn(null));
    }

    private Session byCertificate(Identity identity) {
        return enter(identity, logIn(identity));
    }

    private Response logIn(@Nullable Identity identity) {
        return logIn(String.valueOf(administrator.loginId()), identity);
    }

    private Response logIn(String loginId, @Nullable Identity identity) {
        RequestSpecification request = identity == null ? http.portal() : http.cert(identity);
        Map<String, String> typed = new HashMap<>(Map.of("password", PIN));
        if (identity == null) {
            typed.put("loginId", loginId);
        }
        return request.contentType(ContentType.JSON).body(typed).post("/api/v1/session");
    }

    /** What was left open elsewhere ends. */
    private Session enter(@Nullable Identity identity, Response opened) {
        opened.then().statusCode(201);
        Session session = new Session(identity, opened.path("token"));
        if (opened.path("state").equals("RESIDUAL_SESSION")) {
            session.request().post("/api/v1/session/re-login").then().statusCode(200);
        }
        return session;
    }

    /** A certificate with its key as the browser has it. */
    private record Owned(Identity identity, String serial) {}

    private static String csr(KeyPair key) {
        return Base64.getEncoder().encodeToString(Csrs.der("CN=whatever", key));
    }

    private final class Session {
        private final @Nullable Identity identity;
        private final String token;

        private Session(@Nullable Identity identity, String token) {
            this.identity = identity;
            this.token = token;
        }

        RequestSpecification request() {
            return (identity == null ? http.portal() : http.cert(identity))
                    .header("Authorization", "Bearer " + token)
                    .contentType(ContentType.JSON);
        }

        Response get() {
            return request().get("/api/v1/session");
        }

        Response own() {
            return request().get(OWN);
        }

        Response issue(KeyPair key) {
            return issueCsr(csr(key));
        }

        Response issue(KeyPair key, String reproof) {
            return request().body(Map.of("csr", csr(key), "reproof", reproof)).post(OWN + "/issuance");
        }

        Response issueCsr(String csr) {
            return request().body(Map.of("csr", csr)).post(OWN + "/issuance");
        }

        Response confirm(String serial) {
            return request().body(Map.of("serial", serial)).post(OWN + "/confirmation");
        }

        Owned acquire() {
            KeyPair key = Csrs.key(KeySpec.P256);
            JsonPath issued = issue(key).then().statusCode(201).extract().jsonPath();
            List<X509Certificate> chain = Stream.concat(
                            Stream.of(issued.getString("certificate")), issued.<String>getList("chain").stream())
                    .map(pem -> Applicant.certificate(pem).toX509())
                    .toList();
            return new Owned(new Identity(key.getPrivate(), chain), issued.getString("serial"));
        }
    }
}
