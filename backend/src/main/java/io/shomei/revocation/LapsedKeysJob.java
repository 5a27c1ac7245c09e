package io.shomei.revocation;

import io.quarkus.logging.Log;
import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Destroys keys whose time is over. */
@ApplicationScoped
class LapsedKeysJob implements RecurringJob {
    /** Keys that are looked for together. */
    private static final int CHUNK = 500;

    private final LapsedKeys keys;
    private final RevocationConfig config;

    LapsedKeysJob(LapsedKeys keys, RevocationConfig config) {
        this.keys = keys;
        this.config = config;
    }

    @Override
    public String name() {
        return "escrow";
    }

    @Override
    public Duration pause() {
        return config.lapsedKeysInterval();
    }

    @Override
    public void run() {
        int all = 0;
        int some;
        do {
            some = keys.end(CHUNK);
            all += some;
        } while (some == CHUNK);
        if (all > 0) {
            Log.infof("%d private keys whose time was over were destroyed", all);
        }
    }
}
