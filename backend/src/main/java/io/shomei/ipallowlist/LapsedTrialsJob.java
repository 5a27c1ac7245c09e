package io.shomei.ipallowlist;

import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Writes down the end of trials that nobody confirmed. The list before them holds from the first moment on, whenever this runs. */
@ApplicationScoped
class LapsedTrialsJob implements RecurringJob {
    private final IpAllowlists lists;

    LapsedTrialsJob(IpAllowlists lists) {
        this.lists = lists;
    }

    @Override
    public String name() {
        return "lapsed-allowlist-trials";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        lists.endTrials();
    }
}
