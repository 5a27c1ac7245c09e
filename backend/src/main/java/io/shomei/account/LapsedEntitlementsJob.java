package io.shomei.account;

import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Ends entitlements that nobody made use of in time. They let nobody in before that either; the history tells it from then on. */
@ApplicationScoped
class LapsedEntitlementsJob implements RecurringJob {
    private final Entitlements entitlements;

    LapsedEntitlementsJob(Entitlements entitlements) {
        this.entitlements = entitlements;
    }

    @Override
    public String name() {
        return "lapsed-entitlements";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(15);
    }

    @Override
    public void run() {
        entitlements.endLapsed();
    }
}
