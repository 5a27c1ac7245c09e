package io.shomei.acquisition;

import static io.shomei.testing.Refusals.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import io.shomei.account.Account;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.SecretState;
import io.shomei.account.secret.Secrets;
import io.shomei.acquisition.Applicant.Credentials;
import io.shomei.audit.Actor;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateState;
import io.shomei.certificate.Standing;
import io.shomei.enrolment.EnrolmentToken;
import io.shomei.kernel.Role;
import io.shomei.pki.RevocationReason;
import io.shomei.tenant.Tenant;
import io.shomei.testing.AtOnce;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Identity;
import io.shomei.testing.KeyFiles;
import io.shomei.testing.Mailbox;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Strangers;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Getting a certificate with a log-in ID, a password and an acquisition password. */
@ShomeiTest
class AcquisitionTest {
    private static final AtomicInteger IDS = new AtomicInteger(910_000_000);
    private static final byte[] PBES2 = HexFormat.of().parseHex("2a864886f70d01050d");

    @Inject
    Strangers strangers;

    @Inject
    Fixtures given;

    @Inject
    Applicant applicant;

    @Inject
    Http http;

    @Inject
    Secrets secrets;

    @Inject
    AcquisitionWork work;

    @Inject
    EnrolmentToken tokens;

    @Inject
    TestClock clock;

    /** AT-01: what the bank sent opens the way to a certificate whose CN is the user ID, valid for a year. */
    @Test
    void at01TheThreeValuesGiveACertificate() throws Exception {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-fx");
        Account account = bank.withLoginId(Role.USER, loginId(), "Corporate user 1");
        String temporary = secrets.issue(Actor.PLATFORM, account, SecretKind.PASSWORD);
        String acquisition = secrets.issue(Actor.PLATFORM, account, SecretKind.ACQUISITION_PASSWORD);
        Response begun = applicant.acquire(String.valueOf(account.loginId()), temporary, acquisition);
        String token = begun.then()
                .statusCode(201)
                .body("state", equalTo("ISSUING"))
                .body("refreshSeconds", equalTo(5))
                .extract()
                .path("token");
        assertThat(applicant.issued(token)).isEqualTo("WAITING");
        applicant
                .enrolment(token)
                .then()
                .statusCode(200)
                .body("kind", equalTo("USER"))
                .body("secretRequired", equalTo(true))
                .body("softwareKeyboard", equalTo(true))
                .body("formats", contains("P12", "MOBILECONFIG"))
                .body("fileName", equalTo(account.loginId()))
                .body("subjectDn", containsString("CN=" + account.loginId()));
        byte[] file = applicant
                .collect(token, acquisition)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString(account.loginId() + ".p12"))
                .extract()
                .asByteArray();
        Identity identity = Applicant.imported(file, acquisition);
        X509Certificate certificate = identity.certificate();
        assertThat(certificate.getSubjectX500Principal().getName()).startsWith("CN=" + account.loginId() + ",");
        assertThat(certificate.getNotAfter().toInstant())
                .isEqualTo(certificate
                        .getNotBefore()
                        .toInstant()
                        .atOffset(ZoneOffset.UTC)
                        .plusYears(1)
                        .minusSeconds(1)
                        .toInstant());
        applicant.logIn(identity, temporary).then().statusCode(201).body("state", equalTo("PASSWORD_CHANGE_REQUIRED"));
        assertThat(Mailbox.await(String.valueOf(account.email()), "Log-in certificate acquired")
                        .text())
                .contains("CN=" + account.loginId(), "127.0.0.1");
    }

    /** AT-02: one answer, whichever is wrong, and for an ID that nobody has. */
    @Test
    void at02NobodyIsToldWhichOfTheThreeIsWrong() {
        Account account = bankUser("One");
        Credentials right = applicant.given(account, "Abcd1234");
        List<Response> answers = new ArrayList<>();
        // Each counts at its own counter.
        answers.add(applicant.acquire(right.loginId(), right.password(), "Wrong1234567"));
        assertThat(failed(account)).containsExactly(SecretKind.ACQUISITION_PASSWORD);
        answers.add(applicant.acquire(right.loginId(), "Wrong123", right.acquisitionPassword()));
        assertThat(failed(account)).containsExactly(SecretKind.PASSWORD);
        answers.add(applicant.acquire("999999999", right.password(), right.acquisitionPassword()));
        answers.forEach(answer -> is(answer, 401, "acquisition-failed"));
        assertThat(answers.stream()
                        .map(answer -> {
                            Map<String, Object> document = answer.jsonPath().getMap("$");
                            document.remove("instance");
                            return document;
                        })
                        .distinct())
                .hasSize(1);
        assertThat(applicant.certificates(account)).isEmpty();
    }

    private List<SecretKind> failed(Account account) {
        return secrets.states(account).stream()
                .filter(state -> state.failures() == 1)
                .map(SecretState::kind)
                .toList();
    }

    @Test
    void anIdOfNobodyLocksInTheSameWay() {
        Account account = bankUser("One");
        String known = applicant.given(account, "Abcd1234").loginId();
        String nobodys = strangers.of(account.tenant(), Standing::isByAcquisitionPassword);
        for (int i = 0; i < 4; i++) {
            int status = applicant.acquire(known, "Wrong123", "Wrong1234567").statusCode();
            assertThat(applicant.acquire(nobodys, "Wrong123", "Wrong1234567").statusCode())
                    .isEqualTo(status)
                    .isEqualTo(i < 2 ? 401 : 423);
        }
    }

    @Test
    void whoIsWrongTooOftenIsLockedOut() {
        Account account = bankUser("One");
        Credentials right = applicant.given(account, "Abcd1234");
        for (int i = 0; i < 2; i++) {
            is(applicant.acquire(right.loginId(), right.password(), "Wrong1234567"), 401, "acquisition-failed");
        }
        is(applicant.acquire(right.loginId(), right.password(), "Wrong1234567"), 423, "secret-locked");
        Response locked = applicant.acquire(right);
        is(locked, 423, "secret-locked");
        locked.then().body("errors.code", contains("OPERATOR"));
        // The password has a counter of its own, which successes keep at zero.
        assertThat(secrets.states(account))
                .filteredOn(state -> state.kind() == SecretKind.PASSWORD)
                .allMatch(state -> state.failures() == 0);
    }

    /** AT-03: the log-in password opens nothing of it. */
    @Test
    void at03TheFileOpensWithTheAcquisitionPasswordAlone() {
        Account account = bankUser("One");
        Credentials right = applicant.given(account, "Abcd1234");
        String token = begin(right);
        byte[] file = applicant.collect(token, right.acquisitionPassword()).asByteArray();
        assertThatThrownBy(() -> KeyFiles.opened(file, right.password())).hasMessageContaining("password");
        is(applicant.collect(token, right.password()), 403, "acquisition-password-wrong");
        is(applicant.collect(token, "Wrong1234567"), 403, "acquisition-password-wrong");
        is(applicant.collect(token, "Wrong1234567"), 423, "acquisition-password-locked");
        is(applicant.collect(token, right.acquisitionPassword()), 423, "acquisition-password-locked");
    }

    /** AT-04: pressed twice, at the same time and after one another, and reloaded: one certificate. */
    @Test
    void at04PressingTwiceIsOneCertificate() throws Exception {
        Account account = bankUser("One");
        Credentials right = applicant.given(account, "Abcd1234");
        Set<String> tokensGiven = new HashSet<>();
        for (Response press : AtOnce.times(2, () -> applicant.acquire(right))) {
            tokensGiven.add(press.then().statusCode(201).extract().path("token"));
        }
        String token = tokensGiven.iterator().next();
        assertThat(applicant.issued(token)).isEqualTo("WAITING");
        applicant
                .acquire(right)
                .then()
                .statusCode(201)
                .body("token", equalTo(token))
                .body("state", equalTo("WAITING"));
        assertThat(tokensGiven).hasSize(1);
        assertThat(applicant.certificates(account)).hasSize(1);
        // A download that broke goes on, within its window and until the certificate is used.
        byte[] first = applicant.collect(token, right.acquisitionPassword()).asByteArray();
        applicant.enrolment(token).then().body("state", equalTo("COLLECTED")).body("formats", not(empty()));
        Identity again = Applicant.imported(
                applicant
                        .collect(token, right.acquisitionPassword())
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                right.acquisitionPassword());
        assertThat(again.certificate())
                .isEqualTo(
                        Applicant.imported(first, right.acquisitionPassword()).certificate());
        applicant.logIn(again, "Abcd1234").then().statusCode(201);
        applicant.enrolment(token).then().body("formats", empty());
        is(applicant.collect(token, right.acquisitionPassword()), 410, "enrolment-used");
    }

    /** AT-05: who has a valid certificate renews it, or has it revoked first. */
    @Test
    void at05WhoHasACertificateGetsNoSecond() throws Exception {
        Account account = bankUser("One");
        Credentials right = applicant.given(account, "Abcd1234");
        applicant.acquired(right);
        Response refused = applicant.acquire(right);
        is(refused, 409, "certificate-acquired");
        refused.then().body("errors.code", contains("RENEW", "DESK")).body("errors.message", notNullValue());
        assertThat(applicant.certificates(account)).hasSize(1);
    }

    @Test
    void theFileIsMadeForWhereItGoes() throws Exception {
        Account account = bankUser("One");
        Credentials right = applicant.given(account, "Abcd1234");
        String token = begin(right);
        String secret = right.acquisitionPassword();
        is(applicant.collect(token, secret, Map.of("format", "PEM")), 422, "format-not-offered");
        byte[] modern = applicant
                .collect(token, secret, Map.of("format", "P12", "target", "WINDOWS"))
                .asByteArray();
        byte[] compat = applicant
                .collect(token, secret, Map.of("format", "P12", "target", "MACOS"))
                .asByteArray();
        assertThat(holds(modern, PBES2)).isTrue();
        assertThat(holds(compat, PBES2)).isFalse();
        applicant
                .collect(token, secret, Map.of("format", "MOBILECONFIG"))
                .then()
                .statusCode(200)
                .contentType(containsString("application/x-apple-aspen-config"))
                .header("Content-Disposition", containsString(account.loginId() + ".mobileconfig"))
                .body(containsString("com.apple.security.pkcs12"), not(containsString(secret)));
        KeyFiles.opened(compat, secret);
    }

    /** The policy says how often a file may be had: once, or also when it is in use. */
    @Test
    void howOftenTheFileMayBeHadIsThePolicys() throws Exception {
        for (String often : List.of("ONCE", "REPEATABLE")) {
            Account account = given.tenant("bank")
                    .withPreset("bank-fx")
                    .withPolicy("{\"download\":{\"policy\":\"" + often + "\"}}")
                    .withLoginId(Role.USER, loginId(), "One");
            Credentials right = applicant.given(account, "Abcd1234");
            String token = begin(right);
            Identity identity = Applicant.imported(
                    applicant.collect(token, right.acquisitionPassword()).asByteArray(), right.acquisitionPassword());
            applicant.logIn(identity, "Abcd1234").then().statusCode(201);
            Response again = applicant.collect(token, right.acquisitionPassword());
            if (often.equals("ONCE")) {
                is(again, 410, "enrolment-used");
            } else {
                again.then().statusCode(200);
            }
        }
    }

    /** Where the policy gives no time the key waits as long as its certificate is valid, longer than a URL otherwise does. */
    @Test
    void withoutAWindowTheFileWaitsAsLongAsItsCertificateIsValid() {
        Account account = given.tenant("bank")
                .withPreset("bank-fx")
                .withPolicy("{\"download\":{\"policy\":\"ONCE\",\"window\":null}}")
                .withLoginId(Role.USER, loginId(), "One");
        Credentials right = applicant.given(account, "Abcd1234");
        String token = begin(right);
        Response late = clock.at(Duration.ofDays(60), () -> applicant.collect(token, right.acquisitionPassword()));
        late.then().statusCode(200);
    }

    /** The policy gives the file once, and it is had once, however many ask for it at the same time. */
    @Test
    void ofTwoWhoCollectAtOnceOneGetsTheFile() throws Exception {
        Account account = given.tenant("bank")
                .withPreset("bank-fx")
                .withPolicy("{\"download\":{\"policy\":\"ONCE\"}}")
                .withLoginId(Role.USER, loginId(), "One");
        Credentials right = applicant.given(account, "Abcd1234");
        String token = begin(right);
        List<Response> answers = AtOnce.times(2, () -> applicant.collect(token, right.acquisitionPassword()));
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        answers.stream()
                .filter(answer -> answer.statusCode() != 200)
                .forEach(answer -> is(answer, 410, "enrolment-used"));
    }

    /** Nobody came in time: the key is gone, and whoever comes later begins anew. */
    @Test
    void whatNobodyCollectedLapsesAndIsBegunAnew() {
        Account account = bankUser("One");
        Credentials right = applicant.given(account, "Abcd1234");
        String token = begin(right);
        applicant.lapses(account);
        applicant.enrolment(token).then().body("state", equalTo("LAPSED"));
        is(applicant.collect(token, right.acquisitionPassword()), 410, "enrolment-lapsed");
        String anew = begin(right);
        assertThat(anew).isNotEqualTo(token);
        is(applicant.collect(token, right.acquisitionPassword()), 410, "enrolment-revoked");
        List<Certificate> certificates = applicant.certificates(account);
        assertThat(certificates).hasSize(2);
        assertThat(certificates.getLast().state())
                .isInstanceOfSatisfying(
                        CertificateState.Revoked.class,
                        revoked -> assertThat(revoked.reason()).isEqualTo(RevocationReason.CESSATION_OF_OPERATION));
    }

    @Test
    void whatIsBeingMadeIsNotCollectedYet() {
        Account account = bankUser("One");
        Acquisition begun = applicant.underWay(account, Acquisition.Way.ACQUISITION_PASSWORD);
        String token = tokens.of(begun.certificate());
        applicant.enrolment(token).then().body("state", equalTo("ISSUING")).body("refreshSeconds", equalTo(5));
        is(applicant.collect(token, "Abcd1234"), 409, "certificate-issuing");
        work.fail(begun);
        applicant.enrolment(token).then().body("state", equalTo("FAILED"));
        is(applicant.collect(token, "Abcd1234"), 410, "enrolment-revoked");
    }

    @Test
    void whoeverCannotBeNamedOrWhoseTenantRestsIsTold() {
        Account long1 = given.tenant("bank")
                .withPreset("bank-fx")
                .withPolicy(
                        "{\"identity\":{\"commonName\":\"{customer}{customer}{customer}{customer}{customer}{customer}"
                                + "{customer}{customer}{customer}{customer}{customer}{customer} {userId}\"}}")
                .withLoginId(Role.USER, loginId(), "One");
        is(applicant.acquire(applicant.given(long1, "Abcd1234")), 409, "name-not-certifiable");
        Fixtures.Organisation resting =
                given.tenant("bank").withPreset("bank-fx").inState(Tenant.State.SUSPENDED);
        Account account = resting.withLoginId(Role.USER, loginId(), "One");
        Credentials right = applicant.given(account, "Abcd1234");
        resting.id();
        is(applicant.acquire(right), 403, "tenant-not-active");
    }

    /** Who logs in in another way has no acquisition password, and is answered like nobody. */
    @Test
    void otherServicesAcquireInOtherWays() {
        Account account = given.tenant("bank").withPreset("bank-corporate").withLoginId(Role.USER, "9100001", "One");
        secrets.set(Actor.PLATFORM, account, SecretKind.PIN, "482913");
        is(applicant.acquire("9100001", "482913", "Abcd12345678"), 401, "acquisition-failed");
        http.portal()
                .queryParam("tenant", "nobody")
                .get("/api/v1/session/entrance")
                .then()
                .body("acquisition", equalTo(true));
    }

    /** It is good for the next time, too, however long ago it was handed out (GX-05). */
    @Test
    void anAcquisitionPasswordThatWasUsedDoesNotLapse() throws Exception {
        Account account = bankUser("One");
        Credentials right = applicant.given(account, "Abcd1234");
        assertThat(lapse(account)).isNotNull();
        applicant.acquired(right);
        assertThat(lapse(account)).isNull();
    }

    private @Nullable Instant lapse(Account account) {
        return secrets.states(account).stream()
                .filter(state -> state.kind() == SecretKind.ACQUISITION_PASSWORD)
                .map(state -> Optional.ofNullable(state.lapsesAt()))
                .findFirst()
                .orElseThrow()
                .orElse(null);
    }

    private static boolean holds(byte[] file, byte[] part) {
        return HexFormat.of().formatHex(file).contains(HexFormat.of().formatHex(part));
    }

    private String begin(Credentials credentials) {
        String token =
                applicant.acquire(credentials).then().statusCode(201).extract().path("token");
        assertThat(applicant.issued(token)).isEqualTo("WAITING");
        return token;
    }

    private Account bankUser(String name) {
        return given.tenant("bank").withPreset("bank-fx").withLoginId(Role.USER, loginId(), name);
    }

    private static String loginId() {
        return String.valueOf(IDS.incrementAndGet());
    }
}
