package io.shomei.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.shomei.kernel.TenantId;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.HookReceiver;
import io.shomei.testing.Http;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages of webhooks that other copies of the platform change, and that many take in hand at the same time. */
@ShomeiTest
class EventOutboxTest {
    private static final Instant LATER = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
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

    @Inject
    Courier courier;

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
        Webhook paused = webhook.paused(new Webhook.Pause(Instant.now(), "HTTP 503"));
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

    @Test
    void manyThatAreGivenUpAtTheSameTimeDoNotWaitForEachOther() throws Exception {
        receiver.answer("/broken", 503);
        Webhook webhook = registered("/broken");
        List<Delivery> last =
                IntStream.range(0, 8).mapToObj(i -> message(webhook, LATER, 3)).toList();
        QuarkusTransaction.requiringNew().run(() -> deliveries.add(tenant, last));
        List<Future<?>> carried = new ArrayList<>();
        try (ExecutorService couriers = Executors.newVirtualThreadPerTaskExecutor()) {
            QuarkusTransaction.requiringNew().run(() -> {
                last.forEach(message -> deliveries.lock(webhook, message.id()));
                last.forEach(message -> carried.add(couriers.submit(() -> courier.carry(message))));
                Eventually.isTrue("all wait", () -> waiting() == last.size());
            });
        }
        for (Future<?> each : carried) {
            each.get();
        }
        assertThat(states(webhook)).hasSize(8).containsOnly("FAILED");
        assertThat(http.as(sato).get("/api/v1/audit-events").jsonPath().<String>getList("items.operation").stream()
                        .filter("webhook.pause"::equals))
                .hasSize(1);
    }

    @Test
    void aWebhookWithManyMessagesTakesTurnsWithTheOthers() {
        Webhook many = registered("/many");
        Webhook few = registered("/few");
        Instant longAgo = Instant.EPOCH;
        List<Delivery> messages = new ArrayList<>();
        IntStream.range(0, 50).forEach(i -> messages.add(message(many, longAgo, 0)));
        messages.add(message(few, longAgo.plusSeconds(1), 0));
        QuarkusTransaction.begin();
        try {
            deliveries.add(tenant, messages);
            List<UUID> claimed = deliveries.claimDue(longAgo.plusSeconds(2), LATER, 20).stream()
                    .map(Delivery::webhook)
                    .toList();
            assertThat(claimed).hasSize(20).contains(few.id()).contains(many.id());
        } finally {
            QuarkusTransaction.rollback();
        }
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

    /** How many wait for a lock in the database. */
    private static long waiting() {
        try (Connection owner = OwnerConnection.open();
                ResultSet locks =
                        owner.createStatement().executeQuery("select count(*) from pg_locks where not granted")) {
            locks.next();
            return locks.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
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

    private Delivery message(Webhook webhook, Instant due, int attempts) {
        Delivery made = outbox.message(webhook, EVENT);
        return new Delivery(
                made.tenant(),
                made.id(),
                made.webhook(),
                made.event(),
                made.body(),
                made.state(),
                attempts,
                due,
                null,
                null,
                due,
                null);
    }
}
