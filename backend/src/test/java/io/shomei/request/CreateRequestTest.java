package io.shomei.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.kernel.Right;
import io.shomei.pki.KeySpec;
import io.shomei.testing.Csrs;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One application as JSON, issued with the answer. */
@ShomeiTest
class CreateRequestTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void anApplicationIsAnsweredWithTheCertificate() {
        JsonPath issued = steps.issued(sato, tenant, "www.a.ac.jp");
        assertThat(issued.getString("pem")).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(issued.getString("subjectDn")).isEqualTo(tenant.dn("www.a.ac.jp"));
        http.as(sato)
                .get("/api/v1/certificates/{id}", issued.getString("id"))
                .then()
                .statusCode(200)
                .body("status", equalTo("ISSUED"))
                .body("serial", equalTo(issued.getString("serial")))
                .body("subscriber.email", equalTo("www.a.ac.jp@example.ac.jp"));
    }

    @Test
    void aRequestInPemWithMoreNamesIsTaken() {
        KeyPair key = Csrs.key(KeySpec.P256);
        Map<String, Object> body = body(Row.of(tenant, "www.a.ac.jp", key));
        body.put("csr", Csrs.pem(tenant.dn("www.a.ac.jp"), key));
        body.put("dnsNames", List.of("a.ac.jp", "www.a.ac.jp"));
        String id = post(body).then().statusCode(201).extract().path("id");
        http.as(sato)
                .get("/api/v1/certificates/{id}", id)
                .then()
                .body("dnsNames", containsInAnyOrder("www.a.ac.jp", "a.ac.jp"));
    }

    @Test
    void aWildcardIsIssuedWhereItsDomainAllowsIt() {
        Fixtures.Organisation cloud = given.tenant("a").withWildcards("cloud.a.ac.jp");
        Person suzuki = cloud.officer("Ichiro Suzuki");
        String id = steps.issued(suzuki, cloud, "*.cloud.a.ac.jp").getString("id");
        http.as(suzuki)
                .get("/api/v1/certificates/{id}", id)
                .then()
                .body("dnsNames", equalTo(List.of("*.cloud.a.ac.jp")));
        Refusals.is(steps.apply(sato, Row.of(tenant, "*.a.ac.jp")), 422, "request-refused");
    }

    @Test
    void everyErrorIsToldWithItsPlaceItsNumberAndItsCure() {
        Map<String, Object> body = body(Row.of(tenant, "www.example.org"));
        body.put("profile", "99");
        post(body)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/request-refused"))
                .body("errors.code", containsInAnyOrder("223", "224"))
                .body("errors.pointer", hasItem("/profile"));
        http.as(sato)
                .get("/api/v1/audit-events")
                .then()
                .body("items[0].operation", equalTo("certificate.issue"))
                .body("items[0].outcome", equalTo("FAILURE"));
    }

    @Test
    void aNameAndAKeyAreCertifiedOnce() {
        KeyPair key = Csrs.key(KeySpec.P256);
        steps.apply(sato, Row.of(tenant, "www.a.ac.jp", key)).then().statusCode(201);
        steps.apply(sato, Row.of(tenant, "www.a.ac.jp", key))
                .then()
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("212", "220"));
        steps.apply(sato, Row.of(tenant, "other.a.ac.jp", key))
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("220")));
    }

    @Test
    void aRefusedApplicationUsesNeitherNameNorKeyUp() {
        KeyPair used = Csrs.key(KeySpec.P256);
        steps.apply(sato, Row.of(tenant, "first.a.ac.jp", used)).then().statusCode(201);
        steps.apply(sato, Row.of(tenant, "www.a.ac.jp", used)).then().statusCode(422);
        steps.apply(sato, Row.of(tenant, "www.a.ac.jp")).then().statusCode(201);
    }

    @Test
    void whatCannotBeReadIsPointedAt() {
        Map<String, Object> body = body(Row.of(tenant, "www.a.ac.jp"));
        body.put("hostname", "www.a.ac.jp");
        post(body).then().statusCode(400).body("errors[0].pointer", equalTo("/hostname"));
        body.remove("hostname");
        body.remove("csr");
        post(body).then().statusCode(400).body("errors.pointer", hasItem("/csr"));
        body.put("csr", "x");
        body.put("subscriber", Map.of("name", "x"));
        post(body).then().statusCode(400).body("errors.pointer", hasItem("/subscriber/email"));
        body.put("subscriber", Map.of("email", "a@example.jp", "role", "x"));
        post(body).then().statusCode(400).body("errors[0].pointer", equalTo("/subscriber/role"));
        for (String text : List.of("", "{", "[]", "{} {}", "{\"profile\":\"3\",\"profile\":\"3\"}", "null")) {
            http.as(sato)
                    .contentType(ContentType.JSON)
                    .body(text)
                    .post("/api/v1/requests")
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/malformed-request"));
        }
    }

    @Test
    void onlyOfficersForServersApply() {
        Row row = Row.of(tenant, "www.a.ac.jp");
        Refusals.needs(
                http,
                tenant.administrator("Taro Yamada"),
                request -> request.contentType(ContentType.JSON).body(body(row)).post("/api/v1/requests"));
        Refusals.notPermitted(steps.apply(tenant.officer("Jiro Mori", Set.of(Right.CLIENT)), row));
    }

    @Test
    void theSameApplicationTwiceWithOneKeyIsOneCertificate() {
        Map<String, Object> body = body(Row.of(tenant, "www.a.ac.jp"));
        String first = withKey("k", body).then().statusCode(201).extract().path("serial");
        withKey("k", body).then().statusCode(201).body("serial", equalTo(first));
        Refusals.is(withKey("k", body(Row.of(tenant, "mail.a.ac.jp"))), 409, "idempotency-key-reused");
    }

    @Test
    void aKeyBelongsToItsAccount() {
        Person suzuki = tenant.officer("Ichiro Suzuki");
        withKey("k", body(Row.of(tenant, "www.a.ac.jp"))).then().statusCode(201);
        http.as(suzuki)
                .header("Idempotency-Key", "k")
                .contentType(ContentType.JSON)
                .body(body(Row.of(tenant, "mail.a.ac.jp")))
                .post("/api/v1/requests")
                .then()
                .statusCode(201);
    }

    private Response post(Map<String, Object> body) {
        return http.as(sato).contentType(ContentType.JSON).body(body).post("/api/v1/requests");
    }

    private Response withKey(String key, Map<String, Object> body) {
        return http.as(sato)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/requests");
    }

    private static Map<String, Object> body(Row row) {
        return new HashMap<>(Steps.application(row));
    }
}
