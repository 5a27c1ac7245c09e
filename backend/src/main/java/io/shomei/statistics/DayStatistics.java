package io.shomei.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What went wrong on the days of a period.
 *
 * @param days those on which anything did, the first one first
 */
record DayStatistics(LocalDate today, List<Day> days) {

    DayStatistics {
        days = List.copyOf(days);
    }

    record Day(LocalDate day, long failedLogIns, long undeliveredMails) {}

    /** A count of one measure on one day. */
    record Count(LocalDate day, Daily measure, long count) {}

    /**
     * @param counts day after day
     */
    static DayStatistics of(LocalDate today, List<Count> counts) {
        List<Day> days = new ArrayList<>();
        for (Count each : counts) {
            Day before = days.isEmpty() || !days.getLast().day().equals(each.day())
                    ? new Day(each.day(), 0, 0)
                    : days.removeLast();
            days.add(
                    switch (each.measure()) {
                        case FAILED_LOG_IN -> new Day(each.day(), each.count(), before.undeliveredMails());
                        case UNDELIVERED -> new Day(each.day(), before.failedLogIns(), each.count());
                    });
        }
        return new DayStatistics(today, days);
    }
}
