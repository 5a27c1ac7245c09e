package io.shomei.acquisition;

import static io.shomei.testing.Refusals.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import io.shomei.account.Account;
import io.shomei.acquisition.OwnKeySteps.Owned;
import io.shomei.acquisition.OwnKeySteps.Session;
import io.shomei.pki.KeySpec;
import io.shomei.testing.Csrs;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which keys of browsers are certified, how often, and for whom. */
@ShomeiTest
class OwnIssuanceTest {
    @Inject
    Fixtures given;

    @Inject
    Applicant applicant;

    @Inject
    OwnKeySteps steps;

    @Inject
    Http http;

    private Account administrator;

    @BeforeEach
    void anAdministratorWithIdAndPin() {
        administrator = steps.administrator(steps.corporation());
    }

    @Test
    void theSameKeyAgainGetsTheSameCertificate() {
        KeyPair key = Csrs.key(KeySpec.P256);
        Session session = steps.byId(administrator);
        String serial = session.issue(key).then().statusCode(201).extract().path("serial");
        session.issue(key).then().statusCode(201).body("serial", equalTo(serial));
        assertThat(applicant.certificates(administrator)).hasSize(1);
        session.confirm(serial).then().statusCode(200);
        session.confirm(serial).then().statusCode(200);
        is(session.confirm("00FF"), 404, "not-found");
    }

    @Test
    void aRequestThatIsUnsoundIsRefused() {
        Session session = steps.byId(administrator);
        is(session.issueCsr("bm8gcmVxdWVzdA=="), 422, "browser-request-refused");
        is(session.issue(Csrs.key(KeySpec.P384)), 422, "browser-request-refused");
        steps.assign(administrator, "{\"identity\":{\"commonName\":\"" + "{customer}".repeat(11) + " {userId}\"}}");
        is(session.issue(Csrs.key(KeySpec.P256)), 409, "name-not-certifiable");
    }

    /** Nothing is issued for it, and the next attempt begins anew. */
    @Test
    void aKeyOfSomebodyElseIsNotCertified() {
        KeyPair key = Csrs.key(KeySpec.P256);
        steps.byId(administrator).issue(key).then().statusCode(201);
        // The key was certified for somebody else.
        Account stranger = steps.administrator(steps.corporation());
        Session session = steps.byId(stranger);
        is(session.issue(key), 409, "certificate-not-issuable");
        session.issue(Csrs.key(KeySpec.P256)).then().statusCode(201);
    }

    @Test
    void otherServicesHaveOtherWays() {
        Person officer = given.tenant("university").officer("Hanako Sato");
        http.as(officer)
                .get(OwnKeySteps.OWN)
                .then()
                .statusCode(200)
                .body("issuance.state", equalTo("NOT_OFFERED"))
                .body("certificates", hasSize(1))
                .body("certificates[0].present", equalTo(true));
        is(
                http.as(officer)
                        .contentType(ContentType.JSON)
                        .body(Map.of("csr", OwnKeySteps.csr(Csrs.key(KeySpec.P256))))
                        .post(OwnKeySteps.OWN + "/issuance"),
                403,
                "acquisition-not-offered");
        http.portal().get(OwnKeySteps.OWN).then().statusCode(401);
        http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("csr", "x"))
                .post(OwnKeySteps.OWN + "/issuance")
                .then()
                .statusCode(401);
        http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("serial", "01"))
                .post(OwnKeySteps.OWN + "/confirmation")
                .then()
                .statusCode(401);
    }

    /** Somebody else's certificate cannot be confirmed, and so neither their older one ended. */
    @Test
    void nobodyConfirmsForAnother() {
        Owned own = steps.acquired(administrator);
        Person stranger = given.tenant("university").officer("Ichiro Suzuki");
        is(
                http.as(stranger)
                        .contentType(ContentType.JSON)
                        .body(Map.of("serial", own.serial()))
                        .post(OwnKeySteps.OWN + "/confirmation"),
                404,
                "not-found");
    }
}
