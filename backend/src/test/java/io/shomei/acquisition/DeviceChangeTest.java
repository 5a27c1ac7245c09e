package io.shomei.acquisition;

import static io.shomei.testing.Refusals.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.acquisition.Applicant.Credentials;
import io.shomei.audit.Actor;
import io.shomei.kernel.Role;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Hook;
import io.shomei.testing.Http;
import io.shomei.testing.Identity;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service desk takes from somebody, and how they come by a certificate again. */
@ShomeiTest
class DeviceChangeTest {
    private static final AtomicInteger IDS = new AtomicInteger(937_000_000);
    private static final String PASSWORD = "Abcd1234";
    private static final String OTHER_PASSWORD = "Efgh5678";

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
    AcquisitionWork work;

    @Inject
    TestClock clock;

    private Person desk;
    private Fixtures.Organisation bank;
    private Account account;
    private Credentials credentials;

    @BeforeEach
    void aUserOfTheBank() {
        desk = given.operator("Service Desk");
        bank = given.tenant("bank")
                .withPreset("bank-fx")
                .withPolicy("{\"auth\":{\"methods\":[[\"CERT\"],[\"CERT\",\"PASSWORD\"]]}}");
        account = bank.withLoginId(Role.USER, String.valueOf(IDS.incrementAndGet()), "Corporate user 1");
        credentials = applicant.given(account, PASSWORD);
    }

    /** AT-37: the old certificate and the old secret end at once; the new secret works on the new device. */
    @Test
    void at37TheNewSecretWorksOnTheNewDevice() throws Exception {
        Identity old = applicant.acquired(credentials);
        String session =
                applicant.logIn(old, PASSWORD).then().statusCode(201).extract().path("token");
        Person administrator = bank.administrator("Administrator");
        try (Hook hook = new Hook(http, administrator, "ACCOUNT_REISSUED", "account.reissued")) {
            take("NEW_DEVICE");
            assertThat(hook.told()).contains(account.id().toString(), "\"revoked\":1");
        }
        is(http.cert(old).header("Authorization", "Bearer " + session).get("/api/v1/session"), 401, "session-ended");
        is(applicant.logIn(old, PASSWORD), 401, "certificate-revoked");
        is(applicant.renew(old, PASSWORD, null), 401, "certificate-revoked");
        applicant
                .entrance(old)
                .then()
                .body("presented.code", equalTo("M-CERT-REVOKED"))
                .body("presented.next", contains("ACQUIRE", "DESK"));
        is(applicant.acquire(credentials), 401, "acquisition-failed");
        Credentials anew = new Credentials(
                credentials.loginId(),
                PASSWORD,
                secrets.issue(Actor.PLATFORM, account, SecretKind.ACQUISITION_PASSWORD));
        Identity renewed;
        try (Hook hook = new Hook(http, administrator, "CERTIFICATE_ACQUIRED", "certificate.acquired")) {
            renewed = applicant.acquired(anew);
            assertThat(hook.told()).contains("\"certificate\":", "\"loginId\":\"" + account.loginId() + "\"");
        }
        applicant.logIn(renewed, PASSWORD).then().statusCode(201);
        // The old one, should it still be there, says which to use.
        applicant
                .entrance(old)
                .then()
                .body("presented.code", equalTo("M-CERT-SUPERSEDED"))
                .body("presented.next", contains("USE_NEWER"));
    }

    /** F-09: those who were told have time to object; a second operator's approval takes its place. */
    @Test
    void afterAReissueNothingCanBeAcquiredForATime() throws Exception {
        account = given.tenant("bank")
                .withPreset("bank-fx")
                .withPolicy("{\"issuance\":{\"reissueCoolDown\":\"PT24H\"},\"desk\":{\"fourEyes\":[\"INITIALISE\"]}}")
                .withLoginId(Role.USER, String.valueOf(IDS.incrementAndGet()), "Corporate user 2");
        credentials = applicant.given(account, PASSWORD);
        // The first one is none that anybody was told of.
        applicant.acquired(credentials);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        clock.stopAt(now);
        take("NEW_DEVICE");
        credentials = anew(PASSWORD);
        is(applicant.acquire(credentials), 409, "reissue-cooling-down");
        clock.stopAt(now.plus(Duration.ofHours(24)).minusMillis(1));
        is(applicant.acquire(credentials), 409, "reissue-cooling-down");
        clock.stopAt(now.plus(Duration.ofHours(24)));
        applicant.acquire(credentials).then().statusCode(201);
        // Two people have agreed: nobody waits.
        Person second = given.operator("Second Desk");
        String action = as(desk).body(Map.of("kind", "INITIALISE", "reference", "2027-0413"))
                .post("/api/v1/accounts/{id}/desk-actions", account.id().toString())
                .then()
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .extract()
                .path("id");
        as(second)
                .body(Map.of())
                .post("/api/v1/desk-actions/{id}/approval", action)
                .then()
                .statusCode(201);
        secrets.set(Actor.PLATFORM, account, SecretKind.PASSWORD, OTHER_PASSWORD);
        applicant.acquire(anew(OTHER_PASSWORD)).then().statusCode(201);
    }

    private Credentials anew(String password) {
        return new Credentials(
                credentials.loginId(),
                password,
                secrets.issue(Actor.PLATFORM, account, SecretKind.ACQUISITION_PASSWORD));
    }

    /** In a session of this moment. */
    private RequestSpecification as(Person person) {
        return http.cert(person.identity())
                .header("Authorization", "Bearer " + http.logIn(person))
                .contentType(ContentType.JSON);
    }

    /** AT-74: the certificate of a withdrawn ID is refused at once, and is to be deleted from the computer. */
    @Test
    void at74TheCertificateOfAWithdrawnIdIsToBeDeleted() throws Exception {
        Identity identity = applicant.acquired(credentials);
        take("WITHDRAW");
        is(applicant.logIn(identity, PASSWORD), 401, "certificate-revoked");
        applicant
                .entrance(identity)
                .then()
                .body("presented.code", equalTo("M-CERT-REVOKED"))
                .body("presented.next", contains("DELETE"));
        is(applicant.acquire(credentials), 401, "acquisition-failed");
    }

    /** F-09: whoever asks for a new acquisition password in somebody's name does not stay unseen. */
    @Test
    void aNewAcquisitionPasswordIsToldToItsOwnerAndTheAdministrators() {
        Person administrator = bank.administrator("Taro Kanri");
        take("REISSUE_ACQUISITION_PASSWORD");
        for (String recipient : List.of(String.valueOf(account.email()), administrator.email())) {
            assertThat(Mailbox.await(recipient, "acquired anew").text())
                    .contains(account.name(), String.valueOf(account.loginId()), "Service Desk");
        }
        http.as(desk)
                .queryParam("account", account.id().toString())
                .queryParam("reissues", true)
                .get("/api/v1/desk-actions")
                .then()
                .statusCode(200)
                .body("items.kind", contains("REISSUE_ACQUISITION_PASSWORD"));
    }

    /** AT-08: at an entrance that names its tenant, a certificate of another one is named, and nothing more is told of that tenant. */
    @Test
    void at08ACertificateOfAnotherTenantIsNamedAtAnEntranceThatNamesItsOwn() throws Exception {
        Identity own = applicant.acquired(credentials);
        Fixtures.Organisation other = given.tenant("other-bank").withPreset("bank-fx");
        other.administrator("Jiro Kanri");
        Response named = http.cert(own).queryParam("tenant", other.code()).get("/api/v1/session/entrance");
        named.then()
                .body("presented.code", equalTo("M-CERT-FOREIGN"))
                .body("presented.message", equalTo("提示された証明書は、別の入口の証明書です。"))
                .body("presented.subjectDn", containsString(credentials.loginId()))
                .body("presented.serial", not(emptyOrNullString()))
                .body("presented.next", contains("CHOOSE_ANOTHER"))
                .body("presented.accountName", nullValue())
                .body("presented.loginId", nullValue())
                .body("presented.renewable", nullValue())
                .body("presented.newer", nullValue())
                .body("methods.ready", everyItem(equalTo(false)));
        assertThat(named.asString()).doesNotContain(bank.code()).doesNotContain(account.name());
        for (String code : List.of(bank.code(), "nobody")) {
            http.cert(own)
                    .queryParam("tenant", code)
                    .get("/api/v1/session/entrance")
                    .then()
                    .body("presented.code", equalTo("M-CERT-OK"))
                    .body("presented.loginId", equalTo(credentials.loginId()));
        }
    }

    /** What the desk does while a certificate is being made comes first. */
    @Test
    void theDeskEndsWhatIsUnderWay() {
        Acquisition begun = applicant.underWay(account, Acquisition.Way.ACQUISITION_PASSWORD);
        take("REISSUE_ACQUISITION_PASSWORD");
        assertThat(work.find(begun.tenant(), begun.certificate()))
                .hasValueSatisfying(ended -> assertThat(ended.endedAt()).isNotNull());
    }

    private void take(String kind) {
        Response done = http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("kind", kind, "reference", "2027-0412"))
                .post("/api/v1/accounts/{id}/desk-actions", account.id().toString());
        done.then().statusCode(201).body("state", equalTo("DONE"));
    }
}
