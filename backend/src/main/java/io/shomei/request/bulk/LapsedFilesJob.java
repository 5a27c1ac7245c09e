package io.shomei.request.bulk;

import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Ends files to which no second officer agreed in time. */
@ApplicationScoped
class LapsedFilesJob implements RecurringJob {
    /** Files that share a transaction. */
    private static final int CHUNK = 20;

    private final RequestFiles files;

    LapsedFilesJob(RequestFiles files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "lapsed-request-files";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        int ended;
        do {
            ended = files.endLapsed(CHUNK);
        } while (ended == CHUNK);
    }
}
