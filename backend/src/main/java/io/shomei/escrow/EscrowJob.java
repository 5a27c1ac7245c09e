package io.shomei.escrow;

import io.quarkus.logging.Log;
import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Destroys keys whose time is over. */
@ApplicationScoped
class EscrowJob implements RecurringJob {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    /** Keys that share a transaction. */
    private static final int CHUNK = 500;

    private final Escrow escrow;

    EscrowJob(Escrow escrow) {
        this.escrow = escrow;
    }

    @Override
    public String name() {
        return "escrow";
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void run() {
        int all = 0;
        int some;
        do {
            some = escrow.destroyLapsed(CHUNK);
            all += some;
        } while (some == CHUNK);
        if (all > 0) {
            Log.infof("%d private keys whose time was over were destroyed", all);
        }
    }
}
