package io.shomei.statistics;

import java.time.YearMonth;
import java.util.Collection;

/**
 * What a period shows.
 *
 * @param waiting issued and not fetched yet, today
 * @param valid neither revoked nor expired, today
 */
record Counts(long applied, long issued, long renewed, long revoked, long expired, long waiting, long valid) {

    static Counts of(Collection<Tally> tallies, YearMonth from, YearMonth to) {
        Sum sum = new Sum(tallies, from, to);
        return new Counts(
                sum.happened(Measure.APPLIED),
                sum.happened(Measure.ISSUED),
                sum.happened(Measure.RENEWED),
                sum.happened(Measure.REVOKED),
                sum.expired(),
                sum.ahead(Measure.WAITING),
                sum.ahead(Measure.ENDING));
    }

    boolean isAnyOfThePeriod() {
        return applied + issued + renewed + revoked + expired > 0;
    }

    private record Sum(Collection<Tally> tallies, YearMonth from, YearMonth to) {

        long happened(Measure measure) {
            return tallies.stream()
                    .filter(each -> each.measure() == measure && isInPeriod(each))
                    .mapToLong(Tally::count)
                    .sum();
        }

        long expired() {
            return tallies.stream()
                    .filter(each -> each.measure() == Measure.ENDING && !each.ahead() && isInPeriod(each))
                    .mapToLong(Tally::count)
                    .sum();
        }

        long ahead(Measure measure) {
            return tallies.stream()
                    .filter(each -> each.measure() == measure && each.ahead())
                    .mapToLong(Tally::count)
                    .sum();
        }

        private boolean isInPeriod(Tally tally) {
            return !tally.month().isBefore(from) && !tally.month().isAfter(to);
        }
    }
}
