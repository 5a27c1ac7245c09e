package io.shomei.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import io.shomei.notification.UndeliverableNotices;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes events in the transaction that causes them: if it happened, its webhooks will be told; if not, they will not. Where a tenant has no
 * webhook that wants to know, an event costs a look into memory.
 */
@ApplicationScoped
public class EventOutbox implements UndeliverableNotices {
    /** How long another copy of the platform may not know of a webhook that was registered or changed. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final WebhookRepository webhooks;
    private final DeliveryRepository deliveries;
    private final Tenants tenants;
    private final ObjectMapper json;
    private final Ids ids;
    private final InstantSource clock;
    private final Map<TenantId, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(List<Webhook> webhooks, Instant readAt) {}

    EventOutbox(
            WebhookRepository webhooks,
            DeliveryRepository deliveries,
            Tenants tenants,
            ObjectMapper json,
            Ids ids,
            InstantSource clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.tenants = tenants;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param what looked at only where the tenant has a webhook
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(TenantId tenant, Supplier<List<Event>> what) {
        List<Webhook> webhooksOfTenant = of(tenant);
        if (webhooksOfTenant.isEmpty()) {
            return;
        }
        List<Event> events = what.get();
        List<Webhook> interested = webhooksOfTenant.stream()
                .filter(webhook -> events.stream().anyMatch(event -> webhook.isToldOf(event.type())))
                .toList();
        if (!interested.isEmpty()) {
            List<Delivery> messages = new ArrayList<>();
            for (Webhook webhook : interested) {
                events.stream()
                        .filter(event -> webhook.isToldOf(event.type()))
                        .map(event -> message(webhook, event))
                        .forEach(messages::add);
            }
            deliveries.add(tenant, messages);
        }
    }

    /** A message that is to be sent at once. */
    Delivery message(Webhook webhook, Event event) {
        Instant now = clock.instant();
        return new Delivery(
                webhook.tenant(),
                ids.next(),
                webhook.id(),
                event.type().code(),
                body(webhook.tenant(), event, now),
                Delivery.State.WAITING,
                0,
                now,
                null,
                null,
                now,
                null);
    }

    /** Forgets what was read of a tenant's webhooks, because one was changed. */
    void forget(TenantId tenant) {
        kept.remove(tenant);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void undeliverable(TenantId tenant, UUID notice, String kind, String recipient, @Nullable UUID certificate) {
        tell(tenant, () -> List.of(Event.undeliverable(notice, kind, recipient, certificate)));
    }

    private List<Webhook> of(TenantId tenant) {
        Instant now = clock.instant();
        Kept found = kept.get(tenant);
        if (found == null
                || now.isBefore(found.readAt())
                || !now.isBefore(found.readAt().plus(KEPT))) {
            found = new Kept(webhooks.of(tenant), now);
            kept.put(tenant, found);
        }
        return found.webhooks();
    }

    private String body(TenantId tenant, Event event, Instant now) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", event.type().code());
        body.put("timestamp", now.toString());
        body.put("tenant", tenants.recent(tenant).code());
        body.put("data", event.data());
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
