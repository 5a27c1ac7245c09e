package io.shomei.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.HookReceiver;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a message that does not arrive, or must not be sent. */
@ShomeiTest
class WebhookDeliveryTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    WebhookSteps hooks;

    @Inject
    Destinations destinations;

    private HookReceiver receiver;
    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficerAndAReceiver() {
        receiver = HookReceiver.open();
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @AfterEach
    void theReceiverGoes() {
        receiver.close();
    }

    @Test
    void whatDoesNotArriveIsTriedAgainThenTheWebhookIsPausedAndPeopleAreTold() {
        receiver.answer("/broken", 503);
        String id = hooks.registered(sato, receiver.url("/broken"), List.of("CERTIFICATE_REVOKED"))
                .getString("webhook.id");
        revoked("one.a.ac.jp");
        Eventually.isTrue("a pause", () -> hooks.webhook(sato, id).get("pause") != null);
        assertThat(receiver.at("/broken")).hasSize(3);
        assertThat(receiver.at("/broken").stream()
                        .map(each -> each.headers().get("webhook-id"))
                        .distinct())
                .hasSize(1);
        assertThat(hooks.webhook(sato, id).getString("pause.reason")).isEqualTo("HTTP 503");
        assertThat(Mailbox.await(sato.email(), "Webhook paused").text())
                .contains("Sent to: localhost", "HTTP 503")
                .doesNotContain("/broken");
        http.as(sato).get("/api/v1/audit-events").then().body("items.operation", hasItems("webhook.pause"));
        // What happens meanwhile is kept.
        revoked("two.a.ac.jp");
        hooks.deliveries(sato, id, "HELD").then().body("items.size()", equalTo(1));
        // A test works all the same, and says when it can be resumed.
        receiver.answer("/broken", 204);
        http.as(sato).post("/api/v1/webhooks/{id}/test", id).then().statusCode(202);
        receiver.await("/broken", "test");
        http.as(sato)
                .post("/api/v1/webhooks/{id}/resumption", id)
                .then()
                .statusCode(200)
                .body("pause", nullValue());
        Eventually.isTrue(
                "the held one arrives",
                () -> receiver.at("/broken").stream()
                        .anyMatch(message -> message.body().contains("two.a.ac.jp")));
        // The one that was given up is sent again by hand.
        String failed = hooks.deliveries(sato, id, "FAILED").jsonPath().getString("items[0].id");
        http.as(sato)
                .post("/api/v1/webhooks/{id}/deliveries/{delivery}/replay", id, failed)
                .then()
                .statusCode(202)
                .body("state", equalTo("WAITING"));
        Eventually.isTrue(
                "the replay arrives",
                () -> hooks.deliveries(sato, id, "DELIVERED")
                        .jsonPath()
                        .getList("items.id")
                        .contains(failed));
    }

    @Test
    void whoIsGoneIsPausedAtOnceAndNoOtherAddressIsFollowed() {
        receiver.answer("/gone", 410);
        String gone = hooks.registered(sato, receiver.url("/gone"), List.of("CERTIFICATE_REVOKED"))
                .getString("webhook.id");
        receiver.answer("/moved", 307);
        String moved = hooks.registered(sato, receiver.url("/moved"), List.of("CERTIFICATE_REVOKED"))
                .getString("webhook.id");
        revoked("www.a.ac.jp");
        Eventually.isTrue("a pause", () -> hooks.webhook(sato, gone).get("pause") != null);
        assertThat(receiver.at("/gone")).hasSize(1);
        Eventually.isTrue("the other's pause", () -> hooks.webhook(sato, moved).get("pause") != null);
        assertThat(receiver.at("/elsewhere")).isEmpty();
    }

    @Test
    void noMessageGoesIntoInternalNetworks() throws Exception {
        String id = http.as(sato)
                .contentType(ContentType.JSON)
                .body(Map.of("url", "https://192.168.0.1/", "description", "x", "events", WebhookSteps.ALL))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("webhook.id");
        http.as(sato).post("/api/v1/webhooks/{id}/test", id).then().statusCode(202);
        Eventually.isTrue(
                "an end",
                () -> hooks.deliveries(sato, id, "FAILED")
                                .jsonPath()
                                .getList("items")
                                .size()
                        == 1);
        hooks.deliveries(sato, id, "FAILED")
                .then()
                .body("items[0].lastError", containsString("leads to an address that messages are not sent to"))
                .body("items[0].lastStatus", nullValue());
        for (String internal : List.of(
                "10.0.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "fe80::1",
                "fd00::1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "::ffff:10.0.0.1")) {
            assertThat(destinations.isPermitted(InetAddress.getByName(internal)))
                    .as(internal)
                    .isFalse();
        }
        assertThat(destinations.isPermitted(InetAddress.getByName("93.184.216.34")))
                .isTrue();
        assertThat(destinations.isPermitted(InetAddress.getByName("2606:2800:220:1::1")))
                .isTrue();
        // What the installation allows.
        assertThat(destinations.isPermitted(InetAddress.getByName("127.0.0.1"))).isTrue();
    }

    @Test
    void aServerWithoutATrustedCertificateForItsNameIsToldNothing() {
        String id = http.as(sato)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "url",
                        receiver.url("/name").replace("localhost", "127.0.0.1"),
                        "description",
                        "x",
                        "events",
                        WebhookSteps.ALL))
                .post("/api/v1/webhooks")
                .then()
                .extract()
                .path("webhook.id");
        http.as(sato).post("/api/v1/webhooks/{id}/test", id).then().statusCode(202);
        Eventually.isTrue(
                "an end",
                () -> hooks.deliveries(sato, id, "FAILED")
                                .jsonPath()
                                .getList("items")
                                .size()
                        == 1);
        assertThat(receiver.at("/name")).isEmpty();
    }

    @Test
    void deliveriesArePaged() {
        String id =
                hooks.registered(sato, receiver.url("/pages"), WebhookSteps.ALL).getString("webhook.id");
        for (int i = 0; i < 3; i++) {
            http.as(sato).post("/api/v1/webhooks/{id}/test", id).then().statusCode(202);
        }
        JsonPath first = http.as(sato)
                .queryParam("limit", 2)
                .get("/api/v1/webhooks/{id}/deliveries", id)
                .jsonPath();
        assertThat(first.getList("items")).hasSize(2);
        http.as(sato)
                .queryParam("limit", 2)
                .queryParam("cursor", first.getString("next"))
                .get("/api/v1/webhooks/{id}/deliveries", id)
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].body", containsString("\"type\":\"test\""))
                .body("items[0].attempts", greaterThanOrEqualTo(0))
                .body("previous", notNullValue())
                .body("items[0].id", not(equalTo(first.getString("items[0].id"))));
        Refusals.is(
                http.as(sato).queryParam("state", "X").get("/api/v1/webhooks/{id}/deliveries", id),
                400,
                "malformed-request");
    }

    private void revoked(String host) {
        String id = steps.issued(sato, tenant, host).getString("id");
        steps.revoke(sato, id, "SUPERSEDED").then().statusCode(201);
    }
}
