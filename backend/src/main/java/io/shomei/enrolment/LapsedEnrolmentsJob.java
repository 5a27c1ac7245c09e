package io.shomei.enrolment;

import io.shomei.jobs.LapseJob;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives back the names of certificates that no browser asked for in time, so that they can be applied for again. */
@ApplicationScoped
class LapsedEnrolmentsJob implements LapseJob {
    private final BrowserEnrolments enrolments;

    LapsedEnrolmentsJob(BrowserEnrolments enrolments) {
        this.enrolments = enrolments;
    }

    @Override
    public String name() {
        return "lapsed-enrolments";
    }

    @Override
    public int chunk() {
        return 500;
    }

    @Override
    public int end(int most) {
        return enrolments.endLapsed(most);
    }
}
