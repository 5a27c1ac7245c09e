package io.shomei.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Which certificates end, and how many renewals there will be.
 *
 * @param lifetimes days, as the rules call them
 */
record ExpiryForecast(LocalDate today, List<Week> weeks, List<Integer> lifetimes, List<Month> months) {
    /**
     * @param from its first day
     * @param ending certificates that end in the week
     */
    record Week(LocalDate from, long ending) {}

    /**
     * @param scheduled renewals under the ceilings of the day
     * @param renewals renewals under each ceiling alone
     */
    record Month(YearMonth month, long scheduled, List<Long> renewals) {}

    /** What ends in a week, of one domain and kind. */
    record Ending(LocalDate from, CertificateStatistics.Group group, long count) {}
}
