package io.shomei.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Has messages carried that are due, many at the same time, so that a webhook that answers slowly keeps no other one waiting long. */
@ApplicationScoped
class WebhookJob implements RecurringJob {
    private static final int BATCH = 20;

    /** A message taken by a copy that died is free again after this. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final DeliveryRepository deliveries;
    private final Courier courier;
    private final WebhookConfig config;
    private final InstantSource clock;

    WebhookJob(DeliveryRepository deliveries, Courier courier, WebhookConfig config, InstantSource clock) {
        this.deliveries = deliveries;
        this.courier = courier;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public Duration pause() {
        return config.interval();
    }

    @Override
    public void run() {
        boolean more = true;
        while (more) {
            List<Delivery> due = QuarkusTransaction.requiringNew()
                    .call(() ->
                            deliveries.claimDue(clock.instant(), clock.instant().plus(LEASE), BATCH));
            more = due.size() == BATCH;
            // Waits until all of them have ended; each does after the time for an attempt at the latest.
            try (ExecutorService carriers = Executors.newVirtualThreadPerTaskExecutor()) {
                due.forEach(delivery -> carriers.execute(() -> courier.carry(delivery)));
            }
        }
    }
}
