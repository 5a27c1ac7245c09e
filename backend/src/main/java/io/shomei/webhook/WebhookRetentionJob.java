package io.shomei.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets messages that ended long ago, and secrets that sign nothing any more. */
@ApplicationScoped
class WebhookRetentionJob implements RecurringJob {
    private final WebhookRepository webhooks;
    private final DeliveryRepository deliveries;
    private final WebhookConfig config;
    private final InstantSource clock;

    WebhookRetentionJob(
            WebhookRepository webhooks, DeliveryRepository deliveries, WebhookConfig config, InstantSource clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhook-retention";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        QuarkusTransaction.requiringNew().run(() -> {
            deliveries.removeEndedBefore(clock.instant().minus(config.retention()));
            webhooks.forgetPreviousSecrets(clock.instant());
        });
    }
}
