package io.shomei.acquisition;

import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Reminds people of certificates that they never used, within the hour. */
@ApplicationScoped
class UnusedCertificatesJob implements RecurringJob {
    private final UnusedCertificates unused;

    UnusedCertificatesJob(UnusedCertificates unused) {
        this.unused = unused;
    }

    @Override
    public String name() {
        return "unused-certificates";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        unused.sendDue();
    }
}
