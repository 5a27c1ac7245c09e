package io.shomei.account.secret;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets log-in IDs that are nobody's and were not tried for long; however many are tried, the memory has an end. */
@ApplicationScoped
class ForgottenNobodiesJob implements RecurringJob {
    static final Duration REMEMBERED = Duration.ofDays(90);
    private static final int MOST = 1_000_000;

    private final NobodyRepository repository;
    private final InstantSource clock;

    ForgottenNobodiesJob(NobodyRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forgotten-nobodies";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        QuarkusTransaction.requiringNew()
                .run(() -> repository.forget(clock.instant().minus(REMEMBERED), MOST));
    }
}
