package io.shomei.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.shomei.account.Account;
import io.shomei.kernel.Role;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Identity;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An officer gets a log-in certificate: the URL comes by mail, the access PIN by letter. */
@ShomeiTest
class EnrolAccountTest {
    private static final String INVITED = "登録担当者用証明書発行受付通知";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    TestClock clock;

    private Fixtures.Organisation tenant;
    private Person desk;
    private Account officer;

    @BeforeEach
    void anOfficerWithoutACertificate() {
        Mailbox.open();
        tenant = given.tenant("enrol");
        desk = given.operator("Service Desk");
        officer = tenant.withLoginId(Role.OFFICER, "officer-" + tenant.code(), "Hanako Sato");
    }

    @Test
    void theUrlAndThePinTogetherGiveACertificateThatLogsIn() throws Exception {
        String action = enrol();
        String token = token();
        http.portal()
                .get("/api/v1/enrolments/{token}", token)
                .then()
                .statusCode(200)
                .body("state", equalTo("WAITING"))
                .body("secretRequired", equalTo(true))
                .body("formats", contains("P12"))
                .body("kind", equalTo("OFFICER"));
        // Before the letter nobody has a PIN.
        Refusals.is(collect(token, "guess", "P12"), 403, "access-pin-wrong");
        String pin = pin(action);
        Refusals.is(collect(token, pin, "PEM"), 422, "format-not-offered");
        Refusals.is(collect(token, pin.substring(1), "P12"), 403, "access-pin-wrong");
        byte[] file =
                collect(token, pin, "P12").then().statusCode(200).extract().asByteArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(file), pin.toCharArray());
        String alias = store.aliases().nextElement();
        Identity identity = new Identity(
                (PrivateKey) store.getKey(alias, pin.toCharArray()),
                Stream.of(store.getCertificateChain(alias))
                        .map(X509Certificate.class::cast)
                        .toList());
        http.cert(identity)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/session")
                .then()
                .statusCode(201)
                .body("account.id", equalTo(officer.id().toString()));
        Refusals.is(collect(token, pin, "P12"), 410, "enrolment-used");
        http.portal().get("/api/v1/enrolments/{token}", token).then().body("state", equalTo("COLLECTED"));
        http.as(desk)
                .get("/api/v1/accounts/{id}/desk", officer.id().toString())
                .then()
                .body("certificates.status", contains("ISSUED"));
    }

    @Test
    void aLostCertificateIsReplacedInOneStepOnARequestDocument() throws Exception {
        Refusals.is(ask(desk, officer, "REISSUE_CERTIFICATE"), 409, "desk-action-without-effect");
        Person lost = tenant.certified(officer);
        http.as(lost).get("/api/v1/session").then().statusCode(200);
        Response done = take("REISSUE_CERTIFICATE");
        done.then().body("revoked", equalTo(1)).body("letter", equalTo("DUE")).body("reference", equalTo("依頼書 1"));
        Refusals.is(http.as(lost).get("/api/v1/session"), 401, "session-ended");
        String pin = pin(done.path("id"));
        collect(token(), pin, "P12").then().statusCode(200);
        http.as(desk)
                .get("/api/v1/accounts/{id}/desk", officer.id().toString())
                .then()
                .body("certificates.status", contains("ISSUED", "REVOKED"));
    }

    @Test
    void wrongPinsLockTheInvitationUntilThereIsANewOne() throws Exception {
        String action = enrol();
        String token = token();
        String pin = pin(action);
        for (int i = 0; i < 5; i++) {
            Refusals.is(collect(token, "wrong", "P12"), 403, "access-pin-wrong");
        }
        Refusals.is(collect(token, pin, "P12"), 423, "access-pin-locked");
        enrol();
        Refusals.is(collect(token, pin, "P12"), 410, "enrolment-revoked");
    }

    @Test
    void anInvitationLapses() throws Exception {
        String action = enrol();
        String token = token();
        String pin = pin(action);
        Refusals.is(clock.at(Duration.ofDays(31), () -> collect(token, pin, "P12")), 410, "enrolment-lapsed");
    }

    @Test
    void theInvitationNeedsAnAddressAndADocument() {
        String id = http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("tenant", tenant.id().toString(), "role", "OFFICER", "name", "Ichiro Suzuki"))
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Refusals.is(
                http.as(desk)
                        .contentType(ContentType.JSON)
                        .body(Map.of("kind", "ENROL", "reference", "1"))
                        .post("/api/v1/accounts/{id}/desk-actions", id),
                409,
                "mail-address-missing");
    }

    @Test
    void aSuspendedAccountCollectsNothingUntilItIsResumed() throws Exception {
        String action = enrol();
        String token = token();
        String pin = pin(action);
        tenant.officer("Jiro Tanaka");
        take("SUSPEND");
        http.portal().get("/api/v1/enrolments/{token}", token).then().body("state", equalTo("REVOKED"));
        Refusals.is(collect(token, pin, "P12"), 410, "enrolment-revoked");
        take("RESUME");
        collect(token, pin, "P12").then().statusCode(200);
    }

    @Test
    void aNameThatNoCertificateCanHoldIsRefusedBeforeAnybodyIsInvited() {
        Account long65 =
                tenant.withLoginId(Role.OFFICER, "long-" + tenant.code(), "Hanako " + "Sato ".repeat(11) + "Sat");
        Response refused = ask(desk, long65, "ENROL");
        Refusals.is(refused, 409, "name-not-certifiable");
        refused.then()
                .body("errors.code", hasItem("NameAttributesFitTheirLimits"))
                .body("errors.message", hasItem(containsString("RFC 5280")));
        Account ambiguous = tenant.withLoginId(Role.OFFICER, "ambiguous-" + tenant.code(), "Hanako,O=Sato");
        Refusals.is(ask(desk, ambiguous, "ENROL"), 409, "name-not-certifiable");
    }

    @Test
    void aNameThatChangedMeanwhileIsRefusedByNameToo() throws Exception {
        Person second = given.operator("Second Desk");
        Fixtures.Organisation careful = given.tenant("enrol").withPolicy("{\"desk\":{\"fourEyes\":[\"ENROL\"]}}");
        officer = careful.withLoginId(Role.OFFICER, "officer-" + careful.code(), "Hanako Sato");
        String action = ask(desk, officer, "ENROL")
                .then()
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .extract()
                .path("id");
        rename("Hanako,O=Sato");
        Refusals.is(approve(second, action), 409, "name-not-certifiable");
        rename("Hanako Sato");
        approve(second, action).then().statusCode(201);
        String token = token();
        String pin = pin(action);
        rename("Hanako,O=Sato");
        Refusals.is(http.portal().get("/api/v1/enrolments/{token}", token), 409, "name-not-certifiable");
        Refusals.is(collect(token, pin, "P12"), 409, "name-not-certifiable");
        rename("Hanako Sato");
        collect(token, pin, "P12").then().statusCode(200);
    }

    @Test
    void nobodyPrintsTheLetterWithTheirOwnAccessPin() {
        Person invited = given.operator("Second Desk", "second.desk@example.ac.jp");
        String action = http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "ENROL", "reference", "依頼書 1"))
                .post("/api/v1/accounts/{id}/desk-actions", invited.account().toString())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Refusals.is(http.as(invited).post("/api/v1/desk-actions/{id}/letter", action), 403, "own-account");
        http.as(desk).post("/api/v1/desk-actions/{id}/letter", action).then().statusCode(200);
    }

    @Test
    void aLetterHoldsNoAccessPinOfAnInvitationThatLapsed() {
        String action = enrol();
        // Whose session begins only then.
        Person second = given.operator("Second Desk");
        Refusals.is(
                clock.at(Duration.ofDays(31), () -> http.as(second).post("/api/v1/desk-actions/{id}/letter", action)),
                409,
                "letter-not-due");
    }

    @Test
    void aWithdrawnAccountsInvitationIsGoodNoMore() throws Exception {
        String action = enrol();
        String token = token();
        String pin = pin(action);
        tenant.officer("Jiro Tanaka");
        take("WITHDRAW");
        Refusals.is(collect(token, pin, "P12"), 410, "enrolment-revoked");
    }

    private String enrol() {
        return take("ENROL").path("id");
    }

    private Response take(String kind) {
        Response answer = ask(desk, officer, kind);
        answer.then().statusCode(201).body("state", equalTo("DONE"));
        return answer;
    }

    private Response ask(Person by, Account account, String kind) {
        return http.as(by)
                .contentType(ContentType.JSON)
                .body(Map.of("kind", kind, "reference", "依頼書 1"))
                .post("/api/v1/accounts/{id}/desk-actions", account.id().toString());
    }

    private Response approve(Person by, String action) {
        return http.as(by)
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/v1/desk-actions/{id}/approval", action);
    }

    private void rename(String name) {
        String path = "/api/v1/accounts/" + officer.id();
        http.as(desk)
                .header("If-Match", http.as(desk).get(path).header("ETag"))
                .contentType(ContentType.JSON)
                .body(Map.of("name", name, "email", Objects.requireNonNull(officer.email())))
                .put(path)
                .then()
                .statusCode(200);
    }

    private String token() {
        Mailbox.Received mail = Mailbox.await(Objects.requireNonNull(officer.email()), INVITED);
        assertThat(mail.text()).contains("アクセスPIN").contains("access PIN");
        return mail.token();
    }

    private String pin(String action) throws Exception {
        return LetterText.value(
                LetterText.of(http.as(desk)
                        .post("/api/v1/desk-actions/{id}/letter", action)
                        .asByteArray()),
                "アクセスPIN");
    }

    private Response collect(String token, String pin, String format) {
        return http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("secret", pin, "format", format))
                .post("/api/v1/enrolments/{token}/collection", token);
    }
}
