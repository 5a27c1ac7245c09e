package io.shomei.desk;

import io.shomei.jobs.LapseJob;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends what was proposed and no other operator decided in time. */
@ApplicationScoped
class LapsedProposalsJob implements LapseJob {
    private final DeskActions actions;

    LapsedProposalsJob(DeskActions actions) {
        this.actions = actions;
    }

    @Override
    public String name() {
        return "lapsed-proposals";
    }

    @Override
    public int chunk() {
        return 100;
    }

    @Override
    public int end(int most) {
        return actions.endLapsed(most);
    }
}
