package io.shomei.audit.seal;

import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Seals again and again what has happened meanwhile. */
@ApplicationScoped
class SealJob implements RecurringJob {
    private final Sealer sealer;
    private final SealConfig config;

    SealJob(Sealer sealer, SealConfig config) {
        this.sealer = sealer;
        this.config = config;
    }

    @Override
    public String name() {
        return "audit-seal";
    }

    @Override
    public Duration pause() {
        return config.interval();
    }

    @Override
    public void run() {
        sealer.seal();
    }
}
