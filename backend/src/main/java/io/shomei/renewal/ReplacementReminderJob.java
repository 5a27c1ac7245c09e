package io.shomei.renewal;

import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Sends reminders of replaced certificates soon after they are due. */
@ApplicationScoped
class ReplacementReminderJob implements RecurringJob {
    private final ReplacementReminders reminders;
    private final RenewalConfig config;

    ReplacementReminderJob(ReplacementReminders reminders, RenewalConfig config) {
        this.reminders = reminders;
        this.config = config;
    }

    @Override
    public String name() {
        return "replacement-reminders";
    }

    @Override
    public Duration pause() {
        return config.interval();
    }

    @Override
    public void run() {
        reminders.sendDue();
    }
}
