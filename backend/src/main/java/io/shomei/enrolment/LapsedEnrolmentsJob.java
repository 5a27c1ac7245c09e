package io.shomei.enrolment;

import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Gives back the names of certificates that no browser asked for in time, so that they can be applied for again. */
@ApplicationScoped
class LapsedEnrolmentsJob implements RecurringJob {
    /** Enrolments that share a transaction. */
    private static final int CHUNK = 500;

    private final BrowserEnrolments enrolments;

    LapsedEnrolmentsJob(BrowserEnrolments enrolments) {
        this.enrolments = enrolments;
    }

    @Override
    public String name() {
        return "lapsed-enrolments";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        int ended;
        do {
            ended = enrolments.endLapsed(CHUNK);
        } while (ended == CHUNK);
    }
}
