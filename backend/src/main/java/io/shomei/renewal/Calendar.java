package io.shomei.renewal;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * When notices are due, in calendar days of a tenant's zone (C.4). What ends is valid through its last second; its notices count back
 * from the second after: {@code notAfter + 1 s − P30D}.
 */
record Calendar(ZoneId zone) {
    /** How far apart a moment and its way back by a period may lie: months have different lengths. */
    private static final Duration MONTH_ENDS = Duration.ofDays(4);

    /** The same for days, where clocks are changed in spring and autumn. */
    private static final Duration CLOCK_CHANGES = Duration.ofHours(3);

    Instant dueAt(Instant end, Period step) {
        return end.plusSeconds(1).atZone(zone).minus(step).toInstant();
    }

    /** Of the steps that are due, the one nearest to the end: after a pause this one is sent, and not all that were missed. */
    Optional<Period> mostUrgent(Collection<Period> steps, Instant end, Instant now) {
        return steps.stream()
                .filter(step -> !dueAt(end, step).isAfter(now))
                .max(Comparator.comparing(step -> dueAt(end, step)));
    }

    /** Days on the calendar from a moment to the end. */
    long daysLeft(Instant end, Instant now) {
        return ChronoUnit.DAYS.between(
                now.atZone(zone).toLocalDate(), end.plusSeconds(1).atZone(zone).toLocalDate());
    }

    /** Nothing that ends before this has its step after a moment. */
    Instant earliestEnd(Instant moment, Period step) {
        return moment.atZone(zone).plus(step).toInstant().minus(slack(step));
    }

    /** Nothing that ends after this has its step up to a moment. */
    Instant latestEnd(Instant moment, Period step) {
        return moment.atZone(zone).plus(step).toInstant().plus(slack(step));
    }

    private static Duration slack(Period step) {
        return step.toTotalMonths() == 0 ? CLOCK_CHANGES : MONTH_ENDS;
    }
}
