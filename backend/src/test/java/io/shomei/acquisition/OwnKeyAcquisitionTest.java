package io.shomei.acquisition;

import static io.shomei.testing.Refusals.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.account.CoolDowns;
import io.shomei.account.Entitlements;
import io.shomei.acquisition.OwnKeySteps.Owned;
import io.shomei.acquisition.OwnKeySteps.Session;
import io.shomei.audit.Actor;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.KeySpec;
import io.shomei.testing.Csrs;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Mailbox;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first certificate whose key the browser makes, from the own session. */
@ShomeiTest
class OwnKeyAcquisitionTest {
    @Inject
    Fixtures given;

    @Inject
    Applicant applicant;

    @Inject
    OwnKeySteps steps;

    @Inject
    Accounts accounts;

    @Inject
    Entitlements entitlements;

    @Inject
    CoolDowns coolDowns;

    private Fixtures.Organisation corporation;
    private Account administrator;

    @BeforeEach
    void anAdministratorWithIdAndPin() {
        corporation = steps.corporation();
        administrator = steps.administrator(corporation);
    }

    /** AT-38: ID and PIN lead to the acquisition; afterwards the certificate and the PIN log in, and the ID no more. */
    @Test
    void at38WhoAcquiredACertificateLogsInWithIt() {
        Session session = steps.byId(administrator);
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
        Session again = steps.byId(administrator);
        again.get().then().body("mayAcquire", equalTo(true));
        again.confirm(own.serial()).then().statusCode(200).body("superseded", empty());
        again.get().then().body("mayAcquire", equalTo(false));
        again.own().then().body("issuance.state", equalTo("ACQUIRED"));
        is(again.issue(Csrs.key(KeySpec.P256)), 409, "certificate-acquired");
        steps.byCertificate(own.identity())
                .get()
                .then()
                .body("method", contains("CERT", "PIN"))
                .body("mayAcquire", equalTo(false));
        is(steps.logIn(null, administrator.loginId(), OwnKeySteps.PIN), 403, "log-in-method-off");
        assertThat(Mailbox.await(String.valueOf(administrator.email()), "Log-in certificate acquired")
                        .text())
                .contains("CN=" + administrator.loginId());
    }

    /** AT-39: what the completion page shows is what the certificate says. */
    @Test
    void at39TheCompletionShowsWhatTheCertificateSays() {
        Session session = steps.byId(administrator);
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
        Account user = steps.user(corporation);
        Session session = steps.byId(user);
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
        Account user = steps.user(corporation);
        QuarkusTransaction.requiringNew().run(() -> {
            Account locked = accounts.lock(user);
            entitlements.entitle(locked, true, Actor.PLATFORM);
            coolDowns.begin(locked, false);
        });
        Session session = steps.byId(user);
        session.own().then().body("issuance.state", equalTo("COOLING_DOWN")).body("issuance.opensAt", notNullValue());
        is(session.issue(Csrs.key(KeySpec.P256)), 409, "reissue-cooling-down");
        QuarkusTransaction.requiringNew().run(() -> coolDowns.begin(accounts.lock(user), true));
        session.own().then().body("issuance.state", equalTo("ACQUIRE"));
        session.issue(Csrs.key(KeySpec.P256)).then().statusCode(201);
    }

    /** B-14: within the grace ID and PIN open the way to another, afterwards the service desk does. */
    @Test
    void whoseCertificateHasEndedBeginsAnewWithinTheGrace() {
        Owned old = steps.acquired(administrator);
        steps.ends(administrator, old, Duration.ofMinutes(-1));
        is(steps.logIn(null, administrator.loginId(), OwnKeySteps.PIN), 403, "log-in-method-off");
        steps.assign(administrator, "{\"renewal\":{\"graceAfterExpiry\":\"P90D\"}}");
        applicant.entrance(old.identity()).then().body("presented.next", contains("ACQUIRE_IN_SESSION", "DESK"));
        steps.ends(administrator, old, Duration.ofDays(-91));
        is(steps.logIn(null, administrator.loginId(), OwnKeySteps.PIN), 403, "log-in-method-off");
        steps.ends(administrator, old, Duration.ofDays(-89));
        Session session = steps.byId(administrator);
        session.get().then().body("mayAcquire", equalTo(true));
        Owned anew = session.acquire();
        session.confirm(anew.serial()).then().statusCode(200);
        steps.byCertificate(anew.identity());
        is(steps.logIn(null, administrator.loginId(), OwnKeySteps.PIN), 403, "log-in-method-off");
    }

    /** {@code certificate.maxValidPerSubject}: for one person several, one for each device. */
    @Test
    void thePolicySaysHowManyOnePersonMayHave() {
        steps.assign(
                administrator,
                "{\"auth\":{\"methodSwitch\":[]},\"certificate\":{\"supersession\":\"AT_EXPIRY\",\"maxValidPerSubject\":2,\"maxValidDuringRenewal\":3}}");
        for (int i = 0; i < 2; i++) {
            Session session = steps.byId(administrator);
            session.own().then().body("issuance.state", equalTo("ACQUIRE"));
            session.confirm(session.acquire().serial()).then().statusCode(200);
        }
        Session session = steps.byId(administrator);
        session.own().then().body("issuance.state", equalTo("ACQUIRED"));
        is(session.issue(Csrs.key(KeySpec.P256)), 409, "certificate-acquired");
    }
}
