package io.shomei.renewal;

import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Tells people in time of what lapses. */
@ApplicationScoped
class LapseNoticeJob implements RecurringJob {
    private final LapseNotices notices;
    private final RenewalConfig config;

    LapseNoticeJob(LapseNotices notices, RenewalConfig config) {
        this.notices = notices;
        this.config = config;
    }

    @Override
    public String name() {
        return "lapse-notices";
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
