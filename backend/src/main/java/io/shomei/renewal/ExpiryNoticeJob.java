package io.shomei.renewal;

import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Sends notices of what expires soon after they are due. */
@ApplicationScoped
class ExpiryNoticeJob implements RecurringJob {
    private final ExpiryNotices notices;
    private final RenewalConfig config;

    ExpiryNoticeJob(ExpiryNotices notices, RenewalConfig config) {
        this.notices = notices;
        this.config = config;
    }

    @Override
    public String name() {
        return "expiry-notices";
    }

    @Override
    public Duration pause() {
        return config.interval();
    }

    @Override
    public void run() {
        notices.sendDue();
    }
}
