package io.shomei.certificate;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A certificate, what it renewed and what renewed it. */
@ShomeiTest
class SuccessionTest {
    private static final String HOST = "www.a.ac.jp";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    private Fixtures.Organisation tenant;
    private Person sato;
    private JsonPath first;

    @BeforeEach
    void aCertificate() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
        first = steps.issued(sato, tenant, HOST);
    }

    @Test
    void eachLeadsToTheOneBeforeAndTheOneAfter() {
        shown(sato, first).body("renews", nullValue()).body("renewedBy", nullValue());

        JsonPath second = renewed(first);
        JsonPath third = renewed(second);

        shown(sato, first)
                .body("renews", nullValue())
                .body("renewedBy.id", equalTo(second.getString("id")))
                .body("renewedBy.status", equalTo("RENEWED"));
        shown(sato, second)
                .body("renews.id", equalTo(first.getString("id")))
                .body("renews.serial", equalTo(first.getString("serial")))
                .body("renews.commonName", equalTo(HOST))
                .body("renews.status", equalTo("RENEWED"))
                .body("renewedBy.id", equalTo(third.getString("id")))
                .body("renewedBy.notAfter", equalTo(third.getString("notAfter")));
        shown(given.operator("Service Desk"), third)
                .body("renews.id", equalTo(second.getString("id")))
                .body("renewedBy", nullValue());
    }

    @Test
    void whatWasIssuedOnceMoreLeadsToTheLastOne() {
        JsonPath second = renewed(first);
        steps.revoke(sato, second.getString("id"), "SUPERSEDED").then().statusCode(201);
        JsonPath third = renewed(first);

        shown(sato, first).body("renewedBy.id", equalTo(third.getString("id")));
        shown(sato, second)
                .body("renews.id", equalTo(first.getString("id")))
                .body("status", equalTo("REVOKED"))
                .body("renewedBy", nullValue());
    }

    @Test
    void nobodyElseSeesOneByTheOther() {
        renewed(first);
        Person stranger = given.tenant("b").officer("Ichiro Suzuki");
        Refusals.unknown(
                stranger, http, first.getString("id"), (request, id) -> request.get("/api/v1/certificates/{id}", id));
    }

    private JsonPath renewed(JsonPath earlier) {
        Row row = Row.of(tenant, HOST).with(Row.SERIAL, Steps.decimal(earlier));
        JsonPath end = steps.carriedOut(sato, "SERVER", "RENEW", Row.file(row));
        String id =
                String.valueOf(steps.rows(sato, end.getString("id")).getFirst().get("certificateId"));
        return http.as(sato)
                .get("/api/v1/certificates/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private ValidatableResponse shown(Person by, JsonPath certificate) {
        return http.as(by)
                .get("/api/v1/certificates/{id}", certificate.getString("id"))
                .then()
                .statusCode(200);
    }
}
