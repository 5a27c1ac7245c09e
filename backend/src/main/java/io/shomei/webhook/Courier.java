package io.shomei.webhook;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.TenantId;
import io.shomei.notification.Notice;
import io.shomei.notification.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Carries one message to its webhook, and draws the consequences. */
@ApplicationScoped
class Courier {
    /** RFC 9110 15.5.11: it is known to be gone for ever, so nothing else is sent there. */
    private static final int GONE = 410;

    private final WebhookRepository webhooks;
    private final DeliveryRepository deliveries;
    private final Webhooks secrets;
    private final EventOutbox events;
    private final MessageSender sender;
    private final Accounts accounts;
    private final Outbox mails;
    private final AuditLog audit;
    private final WebhookConfig config;
    private final InstantSource clock;

    Courier(
            WebhookRepository webhooks,
            DeliveryRepository deliveries,
            Webhooks secrets,
            EventOutbox events,
            MessageSender sender,
            Accounts accounts,
            Outbox mails,
            AuditLog audit,
            WebhookConfig config,
            InstantSource clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.events = events;
        this.sender = sender;
        this.accounts = accounts;
        this.mails = mails;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    private record Answer(@Nullable Integer status, String error) {}

    /** No transaction is open while the message is on its way. */
    void carry(Delivery delivery) {
        Optional<Webhook> webhook =
                QuarkusTransaction.requiringNew().call(() -> webhooks.find(delivery.tenant(), delivery.webhook()));
        if (webhook.isEmpty()) {
            return;
        }
        Answer answer = send(delivery, webhook.get());
        QuarkusTransaction.requiringNew().run(() -> {
            if (answer.status() != null && answer.status() / 100 == 2) {
                deliveries.ended(delivery, Delivery.State.DELIVERED, answer.status(), null, clock.instant());
            } else {
                failed(delivery, answer);
            }
        });
    }

    private Answer send(Delivery delivery, Webhook webhook) {
        try {
            List<byte[]> signedWith = QuarkusTransaction.requiringNew().call(() -> secrets.secrets(webhook));
            int status = sender.send(delivery, webhook.url(), signedWith, clock.instant());
            return new Answer(status, "HTTP " + status);
        } catch (IOException | RuntimeException failure) {
            return new Answer(null, String.valueOf(failure.getMessage()));
        }
    }

    private void failed(Delivery delivery, Answer answer) {
        boolean gone = answer.status() != null && answer.status() == GONE;
        boolean test = delivery.event().equals(EventType.TEST.code());
        Log.infof("message %s did not arrive (attempt %d): %s", delivery.id(), delivery.attempts(), answer.error());
        if (test) {
            giveUp(delivery, answer);
        } else if (gone || delivery.attempts() >= config.maxAttempts()) {
            // The webhook first, as everybody who changes both takes them: many of its messages may be given up at the
            // same time.
            Optional<Webhook> webhook = webhooks.lock(delivery.tenant(), delivery.webhook());
            giveUp(delivery, answer);
            webhook.filter(each -> !each.isPaused()).ifPresent(each -> pause(each, answer.error()));
        } else {
            deliveries.again(delivery, nextAttempt(delivery.attempts()), answer.status(), answer.error());
        }
    }

    private void giveUp(Delivery delivery, Answer answer) {
        deliveries.ended(delivery, Delivery.State.FAILED, answer.status(), answer.error(), clock.instant());
    }

    private Instant nextAttempt(int attempts) {
        return clock.instant().plus(config.firstRetry().multipliedBy(1L << (attempts - 1)));
    }

    private void pause(Webhook webhook, String reason) {
        Webhook paused = webhook.paused(new Webhook.Pause(clock.instant(), reason));
        webhooks.change(paused);
        deliveries.hold(paused);
        events.forget(paused.tenant());
        audit.append(AuditEntry.failed(paused.tenant(), AuditOperation.WEBHOOK_PAUSE, Actor.PLATFORM)
                .on(Webhooks.host(paused), paused.id())
                .with(Map.of("error", reason)));
        mails.enqueue(paused.tenant(), notices(paused.tenant(), paused, reason));
    }

    private List<Notice> notices(TenantId tenant, Webhook webhook, String reason) {
        return Stream.concat(accounts.officers(tenant).stream(), accounts.administrators(tenant).stream())
                .filter(account -> account.email() != null)
                .map(account -> notice(account, webhook, reason))
                .toList();
    }

    private Notice notice(Account account, Webhook webhook, String reason) {
        return new Notice(
                "webhook-paused",
                String.valueOf(account.email()),
                null,
                Map.of(
                        "name", account.name(),
                        "host", Webhooks.host(webhook),
                        "description", webhook.description(),
                        "error", reason,
                        "pausedAt", clock.instant().toString()));
    }
}
