package io.shomei.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.HookReceiver;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customers' systems are told, and whose. */
@ShomeiTest
class WebhookMessageTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    WebhookSteps hooks;

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
        Mailbox.open();
    }

    @Test
    void everythingThatHappensIsToldAndSigned() throws Exception {
        JsonPath registered = hooks.registered(sato, receiver.url("/all"), WebhookSteps.ALL);
        String secret = registered.getString("secret");
        Steps.Waiting waiting = steps.waiting(sato, tenant, "www.a.ac.jp");
        http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("format", "PEM"))
                .post("/api/v1/enrolments/{token}/collection", waiting.token())
                .then()
                .statusCode(200);
        String serial = http.as(sato)
                .get("/api/v1/certificates/{id}", waiting.certificate())
                .then()
                .extract()
                .path("serial");
        steps.carriedOut(
                sato, "SERVER", "RENEW", Row.file(Row.of(tenant, "www.a.ac.jp").with(Row.SERIAL, "0x" + serial)));
        steps.revoke(sato, waiting.certificate(), "SUPERSEDED").then().statusCode(201);
        for (String type : List.of(
                "certificate.issued",
                "certificate.collected",
                "certificate.renewed",
                "certificate.revoked",
                "request-file.done")) {
            HookReceiver.Message message = receiver.await("/all", type);
            assertThat(message.headers().get("webhook-signature")).isEqualTo(WebhookSteps.signature(secret, message));
            assertThat(hooks.faults(message)).isEmpty();
            assertThat(message.body()).contains("\"tenant\":\"" + tenant.code() + "\"");
        }
        assertThat(receiver.await("/all", "certificate.renewed").body())
                .contains("\"renewedBy\":", waiting.certificate());
        assertThat(receiver.await("/all", "certificate.revoked").body())
                .contains("\"reason\":\"SUPERSEDED\"", waiting.certificate());
        http.as(sato)
                .get("/api/v1/webhooks/{id}/deliveries", registered.getString("webhook.id"))
                .then()
                .statusCode(200)
                .body("items.event", hasItems("certificate.issued", "request-file.done"));
    }

    @Test
    void aMailThatIsGivenUpIsTold() {
        hooks.registered(sato, receiver.url("/mail"), List.of("NOTICE_UNDELIVERABLE"));
        Mailbox.close();
        String id = steps.issued(sato, tenant, "down.a.ac.jp").getString("id");
        steps.revoke(sato, id, "SUPERSEDED").then().statusCode(201);
        // The officer is told of it by a mail, too, and which of them is given up first is nobody's business.
        HookReceiver.Message message = Eventually.present(
                "that the subscriber's mail was given up",
                () -> receiver.at("/mail").stream()
                        .filter(each -> each.body().contains("down.a.ac.jp@example.ac.jp"))
                        .findFirst());
        assertThat(message.body()).contains("notice.undeliverable", id);
        assertThat(hooks.faults(message)).isEmpty();
    }

    @Test
    void onlyWhatWasAskedForIsToldAndOnlyToTheTenant() {
        hooks.registered(sato, receiver.url("/revoked"), List.of("CERTIFICATE_REVOKED"));
        Fixtures.Organisation other = given.tenant("b").withDomain("b.ac.jp");
        Person suzuki = other.officer("Ichiro Suzuki");
        String theirs = steps.issued(suzuki, other, "www.b.ac.jp").getString("id");
        steps.revoke(suzuki, theirs, "SUPERSEDED").then().statusCode(201);
        String ours = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        steps.revoke(sato, ours, "SUPERSEDED").then().statusCode(201);
        receiver.await("/revoked", "certificate.revoked");
        assertThat(receiver.at("/revoked")).hasSize(1);
        assertThat(receiver.at("/revoked").getFirst().body()).contains(ours);
    }
}
