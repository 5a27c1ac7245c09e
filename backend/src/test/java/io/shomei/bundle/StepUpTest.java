package io.shomei.bundle;

import static io.restassured.http.ContentType.JSON;
import static io.shomei.testing.Refusals.is;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.shomei.account.Accounts;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.testing.CompanySteps;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody takes all keys of a company from a screen that was left open. */
@ShomeiTest
class StepUpTest {
    private static final String REPROOF = "/api/v1/session/reproof";
    private static final String HAND_OUT = "/api/v1/certificates/{id}/hand-out";

    @Inject
    CompanySteps companies;

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Accounts accounts;

    @Inject
    Secrets secrets;

    @Inject
    TestClock clock;

    private Person mori;
    private String certificate;

    @BeforeEach
    void aCompany() {
        Fixtures.Organisation company = companies.company("careful", 5);
        mori = company.administrator("Jiro Mori");
        secrets.set(
                Actor.PLATFORM,
                accounts.find(company.id(), mori.account()).orElseThrow(),
                SecretKind.PASSWORD,
                "Abcd1234");
        certificate = companies.certificate(mori, companies.issued(mori, 1), "client_000001");
    }

    @Test
    void tenMinutesAfterTheLogInTheOwnPasswordIsAskedFor() {
        // AT-58: as often as wanted.
        http.as(mori).get("/api/v1/certificates/bundle.zip").then().statusCode(200);
        http.as(mori).get("/api/v1/certificates/bundle.zip").then().statusCode(200);
        offer("NONE");
        clock.advance(Duration.ofMinutes(10));
        offer("PASSWORD");
        refused(http.as(mori).get("/api/v1/certificates/bundle.zip"));
        refused(http.as(mori).get("/api/v1/certificates/passwords.csv"));
        refused(selection("/api/v1/certificates/bundle.zip"));
        refused(selection("/api/v1/certificates/passwords.csv"));
        refused(selection("/api/v1/hand-outs"));
        refused(http.as(mori).post(HAND_OUT, certificate));
        is(prove(mori, "abcd1234"), 403, "reproof-wrong");
        refused(http.as(mori).get("/api/v1/certificates/bundle.zip"));
        prove(mori, "Abcd1234").then().statusCode(204);
        offer("NONE");
        http.as(mori).get("/api/v1/certificates/bundle.zip").then().statusCode(200);
        http.as(mori).post(HAND_OUT, certificate).then().statusCode(201);
        String lot =
                selection("/api/v1/hand-outs").then().statusCode(201).extract().path("id");
        http.as(mori).get("/api/v1/hand-outs/{id}/links.csv", lot).then().statusCode(200);
        clock.advance(Duration.ofMinutes(10));
        refused(http.as(mori).get("/api/v1/hand-outs/{id}/links.csv", lot));
        refused(http.as(mori).get("/api/v1/hand-outs/{id}/pins.csv", lot));
        // Another log-in proves it, too.
        http.cert(mori.identity())
                .header("Authorization", "Bearer " + http.logIn(mori))
                .get("/api/v1/certificates/bundle.zip")
                .then()
                .statusCode(200);
    }

    @Test
    void wrongPasswordsLock() {
        for (int i = 0; i < 10; i++) {
            prove(mori, "wrong1234");
        }
        is(prove(mori, "Abcd1234"), 423, "reproof-locked");
    }

    @Test
    void whereThePolicyAsksForNothingNothingIsChecked() {
        Person university = given.tenant("university").administrator("Hanako Sato");
        prove(university, "whatever").then().statusCode(204);
        http.portal()
                .contentType(JSON)
                .body(Map.of("reproof", "Abcd1234"))
                .post(REPROOF)
                .then()
                .statusCode(401)
                .body("type", equalTo("/problems/session-required"));
    }

    private void offer(String reproof) {
        http.as(mori).get("/api/v1/issuance-offer").then().body("downloadReproof", equalTo(reproof));
    }

    private static void refused(Response answer) {
        is(answer, 403, "reproof-due");
    }

    private Response prove(Person person, String password) {
        return http.as(person)
                .contentType(JSON)
                .body(Map.of("reproof", password))
                .post(REPROOF);
    }

    private Response selection(String path) {
        return http.as(mori)
                .contentType(JSON)
                .body(Map.of("certificates", List.of(certificate)))
                .post(path);
    }
}
