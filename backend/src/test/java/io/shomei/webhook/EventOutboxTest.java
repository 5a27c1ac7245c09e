package io.shomei.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.shomei.kernel.TenantId;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.HookReceiver;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages of webhooks that other copies of the platform change. */
@ShomeiTest
class EventOutboxTest {
    private static final Event EVENT = new Event(EventType.CERTIFICATE_REVOKED, Map.of());

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    EventOutbox outbox;

    @Inject
    WebhookRepository webhooks;

    @Inject
    DeliveryRepository deliveries;

    private HookReceiver receiver;
    private TenantId tenant;
    private Person sato;

    @BeforeEach
    void aTenantAndAReceiver() {
        receiver = HookReceiver.open();
        Fixtures.Organisation organisation = given.tenant("outbox");
        sato = organisation.officer("Hanako Sato");
        tenant = organisation.id();
    }

    @AfterEach
    void theReceiverGoes() {
        receiver.close();
    }

    @Test
    void whatAnotherCopyRemovedKeepsNothingFromHappening() {
        Webhook webhook = registered("/removed");
        tell();
        receiver.await("/removed", "certificate.revoked");
        QuarkusTransaction.requiringNew().run(() -> webhooks.remove(webhook));
        tell();
        assertThat(receiver.at("/removed")).hasSize(1);
    }

    @Test
    void whatAnotherCopyPausedOrResumedIsHeldOrSent() {
        Webhook webhook = registered("/paused");
        Webhook paused = Webhooks.paused(webhook, new Webhook.Pause(Instant.now(), "HTTP 503"));
        outbox.forget(tenant);
        tell();
        receiver.await("/paused", "certificate.revoked");
        QuarkusTransaction.requiringNew().run(() -> webhooks.change(paused));
        tell();
        assertThat(states(webhook)).containsExactlyInAnyOrder("DELIVERED", "HELD");
        outbox.forget(tenant);
        tell();
        QuarkusTransaction.requiringNew().run(() -> {
            webhooks.change(webhook);
            deliveries.release(webhook, Instant.now());
        });
        tell();
        Eventually.isTrue(
                "all arrive",
                () -> states(webhook).equals(List.of("DELIVERED", "DELIVERED", "DELIVERED", "DELIVERED")));
    }

    private Webhook registered(String path) {
        String id = http.as(sato)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "url",
                        receiver.url(path),
                        "description",
                        "Inventory",
                        "events",
                        List.of("CERTIFICATE_REVOKED")))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("webhook.id");
        return QuarkusTransaction.requiringNew()
                .call(() -> webhooks.lock(tenant, UUID.fromString(id)).orElseThrow());
    }

    private void tell() {
        QuarkusTransaction.requiringNew().run(() -> outbox.tell(tenant, () -> List.of(EVENT)));
    }

    private List<String> states(Webhook webhook) {
        return http.as(sato)
                .get("/api/v1/webhooks/{id}/deliveries", webhook.id().toString())
                .jsonPath()
                .getList("items.state");
    }
}
