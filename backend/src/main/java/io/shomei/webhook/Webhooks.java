package io.shomei.webhook;

import static io.shomei.kernel.KernelProblem.CHANGED_MEANWHILE;
import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.webhook.WebhookProblem.TOO_MANY_WEBHOOKS;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.keys.KeyStorage;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The webhooks of tenants: their own people look after them, and operators for all. */
@ApplicationScoped
class Webhooks {
    private final WebhookRepository webhooks;
    private final DeliveryRepository deliveries;
    private final EventOutbox outbox;
    private final Tenants tenants;
    private final KeyStorage keys;
    private final WebhookConfig config;
    private final AuditLog audit;
    private final Ids ids;
    private final SecureRandom random;
    private final InstantSource clock;

    Webhooks(
            WebhookRepository webhooks,
            DeliveryRepository deliveries,
            EventOutbox outbox,
            Tenants tenants,
            KeyStorage keys,
            WebhookConfig config,
            AuditLog audit,
            Ids ids,
            SecureRandom random,
            InstantSource clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.tenants = tenants;
        this.keys = keys;
        this.config = config;
        this.audit = audit;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** What somebody wants to be told, and where. */
    record Wish(String url, String description, Set<EventType> events) {}

    /** An operator sees those of all tenants, everybody else the own ones. */
    @Transactional
    Page<Webhook> list(Caller caller, PageRequest page) {
        return caller.role() == Role.OPERATOR ? webhooks.pageOfAll(page) : webhooks.page(caller.tenant(), page);
    }

    @Transactional
    Webhook get(Caller caller, String id) {
        return Ids.parse(id)
                .flatMap(known -> caller.role() == Role.OPERATOR
                        ? webhooks.findAnyones(known)
                        : webhooks.find(caller.tenant(), known))
                .orElseThrow(() -> NOT_FOUND.because(""));
    }

    /**
     * @param of whose it is to be; an operator says it, for everybody else it is the own tenant
     */
    @Transactional
    Webhook register(Caller caller, @Nullable String of, Wish wish) {
        TenantId tenant = of == null ? caller.tenant() : tenant(caller, of);
        webhooks.lockTenant(tenant);
        if (webhooks.of(tenant).size() >= config.maxPerTenant()) {
            throw TOO_MANY_WEBHOOKS.because("%d", config.maxPerTenant());
        }
        Webhook webhook = new Webhook(
                tenant,
                ids.next(),
                wish.url(),
                wish.description(),
                wish.events(),
                1,
                clock.instant(),
                caller.name(),
                1,
                null,
                null);
        webhooks.add(webhook, newSecret(webhook.id()));
        tell(caller, AuditOperation.WEBHOOK_REGISTER, webhook);
        return webhook;
    }

    private TenantId tenant(Caller caller, String of) {
        return Ids.parse(of)
                .map(TenantId::new)
                .filter(tenant -> tenant.equals(caller.tenant())
                        || (caller.role() == Role.OPERATOR
                                && tenants.find(tenant).isPresent()))
                .orElseThrow(() -> NOT_FOUND.because(""));
    }

    /**
     * Gives it another secret. Messages carry the signature of the present one as well for {@code webhook.secret-overlap}, so that the
     * receiver can change over without losing one; of two that are replaced within that time, the older ends at once.
     *
     * @param endPrevious ends the present one at once: others may know it
     */
    @Transactional
    Webhook rotate(Caller caller, String id, boolean endPrevious) {
        Webhook present = lock(caller, id);
        Webhook rotated = present.rotated(endPrevious ? null : clock.instant().plus(config.secretOverlap()));
        webhooks.rotate(rotated, newSecret(present.id()));
        outbox.forget(rotated.tenant());
        Instant until = rotated.previousSecretUntil();
        audit.append(AuditEntry.done(rotated.tenant(), AuditOperation.WEBHOOK_ROTATE, Actor.of(caller))
                .on(host(rotated), rotated.id())
                .with(until == null ? Map.of() : Map.of("previousUntil", until.toString())));
        return rotated;
    }

    /**
     * The secret that was made a moment ago; it is shown to whoever had it made, and to nobody later.
     *
     * @param version which it was; a later one is not told to whoever had this one made
     */
    @Transactional
    String secret(Webhook webhook, int version) {
        if (webhook.secretVersion() != version) {
            throw CHANGED_MEANWHILE.because("%d", webhook.version());
        }
        return MessageSignature.text(unwrapped(
                webhook.id(), webhooks.secrets(webhook, clock.instant()).getFirst()));
    }

    /** What a message is signed with now: the secret, and the previous one for as long as it is used. */
    List<byte[]> secrets(Webhook webhook) {
        List<byte[]> secrets = webhooks.secrets(webhook, clock.instant());
        if (secrets.isEmpty()) {
            throw new IllegalStateException("webhook " + webhook.id() + " was removed");
        }
        return secrets.stream().map(secret -> unwrapped(webhook.id(), secret)).toList();
    }

    private byte[] newSecret(UUID id) {
        byte[] secret = new byte[MessageSignature.SECRET_OCTETS];
        random.nextBytes(secret);
        return keys.encryption().wrap(name(id), secret);
    }

    private byte[] unwrapped(UUID id, byte[] secret) {
        return keys.encryption().unwrap(name(id), secret);
    }

    /**
     * @param seen version that the change was made from
     */
    @Transactional
    Webhook change(Caller caller, String id, int seen, Wish wish) {
        Webhook present = lock(caller, id);
        if (present.version() != seen) {
            throw CHANGED_MEANWHILE.because("%d", present.version());
        }
        Webhook changed = present.changed(wish.url(), wish.description(), wish.events());
        webhooks.change(changed);
        tell(caller, AuditOperation.WEBHOOK_CHANGE, changed);
        return changed;
    }

    /** With everything that it was told or was to be told. */
    @Transactional
    void remove(Caller caller, String id) {
        Webhook webhook = lock(caller, id);
        webhooks.remove(webhook);
        tell(caller, AuditOperation.WEBHOOK_REMOVE, webhook);
    }

    /** Sends again, beginning with what was held. Nothing happens where the webhook is not paused. */
    @Transactional
    Webhook resume(Caller caller, String id) {
        Webhook webhook = lock(caller, id);
        if (!webhook.isPaused()) {
            return webhook;
        }
        Webhook resumed = webhook.paused(null);
        webhooks.change(resumed);
        deliveries.release(resumed, clock.instant());
        tell(caller, AuditOperation.WEBHOOK_RESUME, resumed);
        return resumed;
    }

    /** Sends a message that tells of nothing, also to a webhook that is paused. */
    @Transactional
    Delivery test(Caller caller, String id) {
        Webhook webhook = lock(caller, id);
        Delivery message = outbox.message(webhook, new Event(EventType.TEST, Map.of()));
        deliveries.add(webhook.tenant(), List.of(message));
        return message;
    }

    @Transactional
    Page<Delivery> deliveries(Caller caller, String id, Delivery.@Nullable State state, PageRequest page) {
        return deliveries.page(get(caller, id), state, page);
    }

    /** Sends a message again, with the id and the body it had. */
    @Transactional
    Delivery replay(Caller caller, String id, String delivery) {
        Webhook webhook = lock(caller, id);
        Delivery found = Ids.parse(delivery)
                .flatMap(known -> deliveries.lock(webhook, known))
                .orElseThrow(() -> NOT_FOUND.because(""));
        deliveries.replay(
                found,
                webhook.isPaused() ? Delivery.State.HELD : Delivery.State.WAITING,
                webhook.isPaused() ? null : clock.instant());
        audit.append(AuditEntry.done(webhook.tenant(), AuditOperation.WEBHOOK_REPLAY, Actor.of(caller))
                .on(host(webhook), webhook.id())
                .with(Map.of("message", found.id().toString(), "event", found.event())));
        return deliveries.lock(webhook, found.id()).orElseThrow();
    }

    /** What people and the history are told of the address: the rest of it may hold a secret of the customer's. */
    static String host(Webhook webhook) {
        return URI.create(webhook.url()).getHost();
    }

    private Webhook lock(Caller caller, String id) {
        return Ids.parse(id)
                .flatMap(known -> caller.role() == Role.OPERATOR
                        ? webhooks.lockAnyones(known)
                        : webhooks.lock(caller.tenant(), known))
                .orElseThrow(() -> NOT_FOUND.because(""));
    }

    private void tell(Caller caller, AuditOperation operation, Webhook webhook) {
        outbox.forget(webhook.tenant());
        audit.append(
                AuditEntry.done(webhook.tenant(), operation, Actor.of(caller)).on(host(webhook), webhook.id()));
    }

    private static String name(UUID id) {
        return "webhook-" + id;
    }
}
