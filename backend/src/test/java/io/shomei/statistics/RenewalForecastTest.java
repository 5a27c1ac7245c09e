package io.shomei.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.profile.Ceilings;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RenewalForecastTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 1);

    @Test
    void aCertificateIsRenewedThirtyDaysBeforeItsEndAndSoAreItsSuccessors() {
        RenewalForecast forecast = new RenewalForecast(TODAY, Map.of(LocalDate.of(2027, 3, 3), 10L), 12);
        // Renewed on 1 February, and from then on every 69 days: 11 April, 19 June, 27 August, 4 November.
        assertThat(forecast.under(99)).containsExactly(0, 10, 0, 10, 0, 10, 0, 10, 0, 0, 10, 0);
    }

    @Test
    void ofAShortLifetimeAThirdIsLeft() {
        RenewalForecast forecast = new RenewalForecast(TODAY, Map.of(TODAY, 1L), 2);
        // Today, and every 31 days of 46: 1 February.
        assertThat(forecast.under(46)).containsExactly(1, 1);
    }

    @Test
    void theCeilingOfTheDayOfIssueBinds() {
        Ceilings ceilings = new Ceilings(
                "BR",
                List.of(
                        new Ceilings.Ceiling(LocalDate.of(2026, 3, 15), 199),
                        new Ceilings.Ceiling(LocalDate.of(2027, 3, 15), 99)));
        RenewalForecast forecast =
                new RenewalForecast(TODAY, Map.of(LocalDate.of(2027, 2, 10), 1L, LocalDate.of(2027, 5, 1), 1L), 12);
        // 11 January, then after 169 days on 29 June, then every 69: 6 September, 14 November. And 1 April, 9 June, 17
        // August, 25 October.
        assertThat(forecast.under(ceilings, 199)).containsExactly(1, 0, 0, 1, 0, 2, 0, 1, 1, 1, 1, 0);
    }

    @Test
    void whatEndsLaterThanTheForecastIsNotInIt() {
        RenewalForecast forecast = new RenewalForecast(TODAY, Map.of(TODAY.plusYears(5), 7L), 36);
        assertThat(Arrays.stream(forecast.under(199)).sum()).isZero();
    }

    /** Every certificate that ends in time is renewed once at least, and as often as its lifetime goes into the time. */
    @Property(tries = 200)
    void noCertificateIsForgotten(
            @ForAll @IntRange(min = 0, max = 700) int endsIn,
            @ForAll @LongRange(min = 1, max = 1_000_000) long count,
            @ForAll @IntRange(min = 1, max = 400) int lifetime) {
        int days = (int) (TODAY.plusMonths(24).toEpochDay() - TODAY.toEpochDay());
        RenewalForecast forecast = new RenewalForecast(TODAY, Map.of(TODAY.plusDays(endsIn), count), 24);
        int first = Math.max(0, endsIn - 30);
        int pause = Math.max(1, lifetime - Math.min(30, lifetime / 3));
        long times = first >= days ? 0 : 1 + (days - 1 - first) / pause;
        assertThat(Arrays.stream(forecast.under(lifetime)).sum()).isEqualTo(times * count);
    }
}
