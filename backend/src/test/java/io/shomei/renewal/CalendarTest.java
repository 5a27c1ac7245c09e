package io.shomei.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** When notices are due. */
class CalendarTest {
    private static final Period P30D = Period.ofDays(30);
    private static final Period P10D = Period.ofDays(10);
    private static final Instant END = Instant.parse("2019-01-27T23:59:59Z");

    private final Calendar tokyo = new Calendar(ZoneId.of("Asia/Tokyo"));

    @Test
    void aStepIsCountedBackFromTheSecondAfterTheEnd_AT45() {
        assertThat(tokyo.dueAt(END, P30D)).isEqualTo(Instant.parse("2018-12-29T00:00:00Z"));
        Instant nine = Instant.parse("2018-12-29T00:00:00Z");
        assertThat(tokyo.mostUrgent(List.of(P30D, P10D), END, nine.minusSeconds(1)))
                .isEmpty();
        assertThat(tokyo.mostUrgent(List.of(P30D, P10D), END, nine)).contains(P30D);
        assertThat(tokyo.daysLeft(END, nine)).isEqualTo(30);
    }

    @Test
    void ofMissedStepsTheOneNearestTheEndCounts() {
        Instant late = Instant.parse("2019-01-20T00:00:00Z");
        assertThat(tokyo.mostUrgent(List.of(Period.ofDays(60), P30D, P10D), END, late))
                .contains(P10D);
    }

    @Test
    void aMonthEndsWithTheMonth() {
        Instant endOfMarch = Instant.parse("2019-03-31T03:00:00Z").minusSeconds(1);
        assertThat(tokyo.dueAt(endOfMarch, Period.ofMonths(1))).isEqualTo(Instant.parse("2019-02-28T03:00:00Z"));
    }

    @Test
    void daysAreThoseOfTheZone() {
        Calendar berlin = new Calendar(ZoneId.of("Europe/Berlin"));
        // The clocks went forward between the two: the same hour of the day, not 240 hours before.
        Instant end = Instant.parse("2027-04-01T10:00:00Z");
        assertThat(berlin.dueAt(end.minusSeconds(1), P10D)).isEqualTo(Instant.parse("2027-03-22T11:00:00Z"));
    }

    @Property(tries = 500)
    void whateverIsDueLiesWithinTheBoundsOfTheSearch(
            @ForAll @LongRange(min = 1_500_000_000, max = 2_500_000_000L) long end,
            @ForAll @IntRange(max = 14) int months,
            @ForAll @IntRange(max = 90) int days) {
        Period step = Period.of(0, months, days);
        Instant ends = Instant.ofEpochSecond(end);
        for (String zone : List.of("Asia/Tokyo", "Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe")) {
            Calendar calendar = new Calendar(ZoneId.of(zone));
            Instant due = calendar.dueAt(ends, step);
            assertThat(ends)
                    .isAfterOrEqualTo(calendar.earliestEnd(due, step))
                    .isBeforeOrEqualTo(calendar.latestEnd(due, step));
            assertThat(Duration.between(due, ends)).isGreaterThan(Duration.ofSeconds(-2));
        }
    }
}
