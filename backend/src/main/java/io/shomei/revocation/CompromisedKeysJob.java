package io.shomei.revocation;

import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Revokes what was certified with a key while it was being blocked. */
@ApplicationScoped
class CompromisedKeysJob implements RecurringJob {
    private final CompromisedKeys keys;
    private final Revocations revocations;

    CompromisedKeysJob(CompromisedKeys keys, Revocations revocations) {
        this.keys = keys;
        this.revocations = revocations;
    }

    @Override
    public String name() {
        return "compromised-keys";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        revocations.published(keys.revokeRest());
    }
}
