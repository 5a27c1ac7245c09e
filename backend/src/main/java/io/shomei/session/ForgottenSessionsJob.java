package io.shomei.session;

import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Writes down the end of sessions that nobody ended. They are refused from the first moment on, whenever this runs. */
@ApplicationScoped
class ForgottenSessionsJob implements RecurringJob {
    private final Sessions sessions;

    ForgottenSessionsJob(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "forgotten-sessions";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        sessions.endForgotten();
    }
}
