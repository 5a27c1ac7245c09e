package io.shomei.desk;

import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Ends what was proposed and no other operator decided in time. */
@ApplicationScoped
class LapsedProposalsJob implements RecurringJob {
    /** Proposals that share a transaction. */
    private static final int CHUNK = 100;

    private final DeskActions actions;

    LapsedProposalsJob(DeskActions actions) {
        this.actions = actions;
    }

    @Override
    public String name() {
        return "lapsed-proposals";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        int ended;
        do {
            ended = actions.endLapsed(CHUNK);
        } while (ended == CHUNK);
    }
}
