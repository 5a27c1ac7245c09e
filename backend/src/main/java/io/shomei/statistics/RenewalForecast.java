package io.shomei.statistics;

import io.shomei.profile.Ceilings;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * How many renewals each of the coming months will have, where every certificate that is valid today has a successor, which has one again.
 * A certificate is renewed {@value #LEAD} days before its end, or when a third of its lifetime is left where that is later.
 */
final class RenewalForecast {
    private static final int LEAD = 30;

    private final LocalDate today;
    private final Map<LocalDate, Long> ending;
    private final int months;

    /**
     * @param ending how many certificates end on which day from today on
     * @param months how many, the present one included
     */
    RenewalForecast(LocalDate today, Map<LocalDate, Long> ending, int months) {
        this.today = today;
        this.ending = Map.copyOf(ending);
        this.months = months;
    }

    /** Where certificates may always last so many days. */
    long[] under(int days) {
        return renewals(day -> days);
    }

    /** Where the ceiling of the day of issue holds; what it does not bound lasts so many days. */
    long[] under(Ceilings ceilings, int otherwise) {
        return renewals(day -> ceilings.on(day).map(Ceilings.Ceiling::days).orElse(otherwise));
    }

    /** Day after day: what is renewed on a day has a successor that is renewed on a later one. */
    private long[] renewals(ToIntFunction<LocalDate> lifetime) {
        YearMonth first = YearMonth.from(today);
        int days = Math.toIntExact(
                ChronoUnit.DAYS.between(today, first.plusMonths(months).atDay(1)));
        long[] due = new long[days];
        ending.forEach((day, count) -> {
            long from = Math.max(0, ChronoUnit.DAYS.between(today, day) - LEAD);
            if (from < days) {
                due[(int) from] += count;
            }
        });
        long[] sums = new long[months];
        IntStream.range(0, days).forEach(offset -> {
            LocalDate day = today.plusDays(offset);
            sums[(int) ChronoUnit.MONTHS.between(first, YearMonth.from(day))] += due[offset];
            int next = offset + pause(lifetime.applyAsInt(day));
            if (next < days) {
                due[next] += due[offset];
            }
        });
        return sums;
    }

    /** Days from an issue to the renewal. */
    private static int pause(int lifetime) {
        return Math.max(1, lifetime - Math.min(LEAD, lifetime / 3));
    }
}
