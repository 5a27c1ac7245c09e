package io.shomei.revocation.key;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Forgets what somebody without an account reported and nobody proved; the history keeps that there was a report. It is there
 * a while after it has lapsed, so that whoever comes back is told.
 */
@ApplicationScoped
class LapsedReportsJob implements RecurringJob {
    private static final Duration KEPT = Duration.ofDays(7);

    private final KeyCompromiseRepository cases;
    private final InstantSource clock;

    LapsedReportsJob(KeyCompromiseRepository cases, InstantSource clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "lapsed-key-reports";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        QuarkusTransaction.requiringNew()
                .run(() -> cases.forgetLapsedReports(clock.instant().minus(KEPT)));
    }
}
