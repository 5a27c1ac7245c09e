package io.shomei.revocation.bulk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets what was looked at and never confirmed. It is there a while after it has lapsed, so that its page can say so. */
@ApplicationScoped
class LapsedRevocationsJob implements RecurringJob {
    private static final Duration KEPT = Duration.ofDays(7);

    private final BulkRevocationRepository repository;
    private final InstantSource clock;

    LapsedRevocationsJob(BulkRevocationRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "lapsed-revocations";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        QuarkusTransaction.requiringNew()
                .run(() -> repository.forgetLapsed(clock.instant().minus(KEPT)));
    }
}
