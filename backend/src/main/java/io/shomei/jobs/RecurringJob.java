package io.shomei.jobs;

import java.time.Duration;

/** Work that is looked after again and again, by one copy of the platform at a time. */
public interface RecurringJob {
    /** Stable name. */
    String name();

    /** Time from the end of one run to the start of the next. */
    Duration pause();

    void run();
}
