package io.shomei.profile;

import io.shomei.policy.Rounding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The last second of a certificate, reckoned by the calendar. Months and years end on the last day of a month that has no such
 * day: a month from 31 January is 28 or 29 February.
 */
final class NotAfter {
    private NotAfter() {}

    /**
     * The last second of a certificate that lasts for a period.
     *
     * @param start in whole seconds
     * @param zone whose days {@link Rounding#END_OF_LOCAL_DAY} counts; the others count in UTC
     */
    static Instant of(Instant start, Period period, Rounding rounding, ZoneId zone) {
        return switch (rounding) {
            case EXACT ->
                start.atOffset(ZoneOffset.UTC).plus(period).toInstant().minusSeconds(1);
            case END_OF_UTC_DAY ->
                lastSecond(LocalDate.ofInstant(start, ZoneOffset.UTC).plus(period), ZoneOffset.UTC);
            case END_OF_LOCAL_DAY -> lastSecond(LocalDate.ofInstant(start, zone).plus(period), zone);
        };
    }

    /** The last moment that fits the rounding and is not after the latest. */
    static Instant notLaterThan(Instant latest, Rounding rounding, ZoneId zone) {
        return switch (rounding) {
            case EXACT -> latest;
            case END_OF_UTC_DAY -> lastSecondUntil(latest, ZoneOffset.UTC);
            case END_OF_LOCAL_DAY -> lastSecondUntil(latest, zone);
        };
    }

    private static Instant lastSecondUntil(Instant latest, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(latest, zone);
        Instant end = lastSecond(day, zone);
        return end.isAfter(latest) ? lastSecond(day.minusDays(1), zone) : end;
    }

    /** The second before the next day begins, which is not always 23:59:59 where clocks are changed at midnight. */
    private static Instant lastSecond(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    }
}
