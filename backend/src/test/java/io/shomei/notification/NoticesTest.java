package io.shomei.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails and what became of them. */
@ShomeiTest
class NoticesTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    private Fixtures.Organisation tenant;
    private Person sato;
    private Person desk;

    @BeforeEach
    void anOfficerAndAnOperator() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
        desk = given.operator("Service Desk");
    }

    @AfterEach
    void mailsAreTakenAgain() {
        Mailbox.open();
    }

    @Test
    void aMailThatWasSentIsListedWithoutItsText() {
        steps.waiting(sato, tenant, "sent.a.ac.jp");
        awaitState("SENT");
        http.as(sato)
                .get("/api/v1/notices")
                .then()
                .statusCode(200)
                .body("items[0].kind", equalTo("server-certificate-ready"))
                .body("items[0].recipient", equalTo("sent.a.ac.jp@example.ac.jp"))
                .body("items[0].attempts", greaterThanOrEqualTo(1))
                .body("items[0].sentAt", notNullValue())
                .body("items[0].tenant", nullValue())
                .body("items[0].text", nullValue());
        String id = only().getString("items[0].id");
        Refusals.is(http.as(desk).post("/api/v1/notices/{id}/retry", id), 409, "notice-already-sent");
    }

    @Test
    void aMailThatCannotBeSentIsTriedAgainShownAndSentByAnOperator() {
        Mailbox.close();
        String certificate = steps.issued(sato, tenant, "down.a.ac.jp").getString("id");
        steps.revoke(sato, certificate, "SUPERSEDED").then().statusCode(201);
        awaitState("FAILED");
        http.as(sato)
                .queryParam("state", "FAILED")
                .get("/api/v1/notices")
                .then()
                .body("items[0].attempts", equalTo(3))
                .body("items[0].lastError", notNullValue())
                .body("items[0].certificateId", equalTo(certificate));
        http.as(sato).get("/api/v1/audit-events").then().body("items.operation", hasItem("notice.fail"));
        Mailbox.open();
        assertThat(http.plain().get("/q/metrics").asString())
                .containsPattern("notification_undelivered_notices\\{state=\"failed\"\\} [1-9]");
        String id = only().getString("items[0].id");
        http.as(desk)
                .post("/api/v1/notices/{id}/retry", id)
                .then()
                .statusCode(202)
                .body("state", equalTo("WAITING"))
                .body("tenant", equalTo(tenant.id().toString()));
        assertThat(Mailbox.await("down.a.ac.jp@example.ac.jp", "Certificate revoked")
                        .text())
                .contains("down.a.ac.jp");
        awaitState("SENT");
        http.as(sato).get("/api/v1/audit-events").then().body("items.operation", hasItem("notice.retry"));
    }

    @Test
    void aMailThatFailsOnceArrivesAtTheNextAttempt() {
        Mailbox.close();
        String certificate = steps.issued(sato, tenant, "later.a.ac.jp").getString("id");
        steps.revoke(sato, certificate, "SUPERSEDED").then().statusCode(201);
        Eventually.isTrue("a failed attempt", () -> only().getString("items[0].lastError") != null);
        Mailbox.open();
        Eventually.isTrue("an end", () -> !"WAITING".equals(only().getString("items[0].state")));
        assertThat(only().getInt("items[0].attempts")).isBetween(1, 3);
    }

    @Test
    void anOperatorSeesAllTenantsAndAnOfficerTheOwnOne() {
        steps.waiting(sato, tenant, "mine.a.ac.jp");
        Person stranger = given.tenant("b").officer("Ichiro Suzuki");
        http.as(stranger).get("/api/v1/notices").then().statusCode(200).body("items", equalTo(List.of()));
        http.as(tenant.administrator("Jiro Abe"))
                .get("/api/v1/notices")
                .then()
                .statusCode(200)
                .body("items.recipient", hasItem("mine.a.ac.jp@example.ac.jp"));
        http.as(desk)
                .queryParam("q", "mine.a.ac.jp@")
                .get("/api/v1/notices")
                .then()
                .body("items.recipient", everyItem(equalTo("mine.a.ac.jp@example.ac.jp")))
                .body("items.tenant", hasItem(tenant.id().toString()));
    }

    @Test
    void noticesAreFilteredAndPaged() {
        for (int i = 0; i < 3; i++) {
            String id = steps.issued(sato, tenant, "n" + i + ".a.ac.jp").getString("id");
            steps.revoke(sato, id, "SUPERSEDED").then().statusCode(201);
        }
        JsonPath first = page(Map.of("limit", 2));
        assertThat(first.getList("items.recipient"))
                .isEqualTo(List.of("n2.a.ac.jp@example.ac.jp", "n1.a.ac.jp@example.ac.jp"));
        JsonPath second = page(Map.of("limit", 2, "cursor", first.getString("next")));
        assertThat(second.getList("items.recipient")).isEqualTo(List.of("n0.a.ac.jp@example.ac.jp"));
        assertThat(page(Map.of("limit", 2, "cursor", second.getString("previous")))
                        .getList("items.id"))
                .isEqualTo(first.getList("items.id"));
        assertThat(page(Map.of("q", "n1")).getList("items")).hasSize(1);
        assertThat(page(Map.of("state", "KEPT")).getList("items")).isEmpty();
        assertThat(page(Map.of("kind", "certificate-revoked")).getList("items")).hasSize(3);
        assertThat(page(Map.of("kind", "certificate-collected")).getList("items"))
                .isEmpty();
        String about = page(Map.of("q", "n1")).getString("items[0].certificateId");
        assertThat(page(Map.of("certificate", about)).getList("items")).hasSize(1);
        assertThat(page(Map.of("certificate", "none")).getList("items")).isEmpty();
        assertThat(page(Map.of("from", "2020-01-01T00:00:00Z")).getList("items"))
                .hasSize(3);
        assertThat(page(Map.of("to", "2020-01-01T00:00:00Z")).getList("items")).isEmpty();
        Refusals.is(http.as(sato).queryParam("state", "X").get("/api/v1/notices"), 400, "malformed-request");
        Refusals.is(http.as(sato).queryParam("cursor", "Pm4").get("/api/v1/notices"), 400, "malformed-request");
    }

    @Test
    void whoeverChoosesALanguageGetsTheirMailsInIt() {
        http.as(sato).get("/api/v1/notices/language").then().statusCode(200).body("language", nullValue());
        choose("EN").then().statusCode(200).body("language", equalTo("EN"));
        Person suzuki = tenant.officer("Ichiro Suzuki");
        String certificate = steps.issued(sato, tenant, "words.a.ac.jp").getString("id");
        http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "SUPERSEDED", "reference", "2027-1"))
                .post("/api/v1/certificates/{id}/revocation", certificate)
                .then()
                .statusCode(201);
        Mailbox.Received english = Mailbox.await(sato.email(), "Certificate revoked");
        assertThat(english.subject()).isEqualTo("[Shomei] Certificate revoked");
        assertThat(english.text()).doesNotContain("失効");
        assertThat(Mailbox.await(suzuki.email(), "Certificate revoked").text()).contains("失効理由", "Reason");
        http.as(sato)
                .contentType(ContentType.JSON)
                .body("{}")
                .put("/api/v1/notices/language")
                .then()
                .statusCode(200)
                .body("language", nullValue());
        Refusals.is(choose("FR"), 400, "malformed-request");
        Refusals.is(http.portal().get("/api/v1/notices/language"), 401, "session-required");
        Refusals.is(
                http.portal().contentType(ContentType.JSON).body("{}").put("/api/v1/notices/language"),
                401,
                "session-required");
    }

    private Response choose(String language) {
        return http.as(sato)
                .contentType(ContentType.JSON)
                .body(Map.of("language", language))
                .put("/api/v1/notices/language");
    }

    @Test
    void whoMayDoWhat() {
        Refusals.needs(http, tenant.user("Taro Yamada"), request -> request.get("/api/v1/notices"));
        Refusals.needs(
                http,
                sato,
                request -> request.post("/api/v1/notices/{id}/retry", "0197a1b2-0000-7000-8000-000000000001"));
        Refusals.unknown(
                desk, http, tenant.id().toString(), (request, id) -> request.post("/api/v1/notices/{id}/retry", id));
    }

    private JsonPath only() {
        return page(Map.of("limit", 1));
    }

    /** Without what the officer gets, unless somebody's are asked for. */
    private JsonPath page(Map<String, Object> query) {
        Map<String, Object> all = new HashMap<>(query);
        all.putIfAbsent("q", ".a.ac.jp@");
        return http.as(sato)
                .queryParams(all)
                .get("/api/v1/notices")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void awaitState(String state) {
        Eventually.isTrue("a mail " + state, () -> state.equals(only().getString("items[0].state")));
    }
}
