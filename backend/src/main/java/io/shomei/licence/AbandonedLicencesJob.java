package io.shomei.licence;

import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Gives back licences that were taken for certificates which were never issued: the platform was stopped in between. */
@ApplicationScoped
class AbandonedLicencesJob implements RecurringJob {
    /** Longer than anything that is carried out again takes to go on. */
    private static final Duration GIVEN_UP = Duration.ofHours(1);

    private final Licences licences;

    AbandonedLicencesJob(Licences licences) {
        this.licences = licences;
    }

    @Override
    public String name() {
        return "abandoned-licences";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        licences.releaseAbandoned(GIVEN_UP);
    }
}
