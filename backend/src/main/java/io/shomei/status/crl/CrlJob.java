package io.shomei.status.crl;

import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Makes lists on schedule, and those a revocation left behind. */
@ApplicationScoped
class CrlJob implements RecurringJob {
    private final CrlPublisher publisher;

    CrlJob(CrlPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public String name() {
        return "crl";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        publisher.publishDue();
    }
}
