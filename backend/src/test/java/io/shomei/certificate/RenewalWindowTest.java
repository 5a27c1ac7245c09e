package io.shomei.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.policy.Policy;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a certificate can be renewed. */
class RenewalWindowTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /** AT-29: with one month and a day left it is closed, at one month it is open, and it closes with the certificate. */
    @Test
    void at29TheWindowOpensACalendarMonthBeforeTheEnd() {
        Instant notAfter = Instant.parse("2031-06-15T02:59:59Z");
        Period month = Period.ofMonths(1);
        assertThat(isOpen(month, notAfter, "2031-05-14T03:00:00Z")).isFalse();
        assertThat(isOpen(month, notAfter, "2031-05-15T02:59:59Z")).isFalse();
        assertThat(isOpen(month, notAfter, "2031-05-15T03:00:00Z")).isTrue();
        assertThat(isOpen(month, notAfter, "2031-06-15T02:59:59.999Z")).isTrue();
        assertThat(isOpen(month, notAfter, "2031-06-15T03:00:00Z")).isFalse();
    }

    /** AT-45: thirty days before 09:00:00 of the day on which it is over. */
    @Test
    void at45ThirtyDaysBeforeTheEndOfAUtcDay() {
        Instant notAfter = Instant.parse("2019-01-27T23:59:59Z");
        assertThat(isOpen(Period.ofDays(30), notAfter, "2018-12-28T23:59:59Z")).isFalse();
        assertThat(isOpen(Period.ofDays(30), notAfter, "2018-12-29T00:00:00Z")).isTrue();
    }

    /** C.4: a month before the 31st is the last day of a shorter month. */
    @Test
    void aDayThatAMonthDoesNotHaveIsItsLast() {
        Instant notAfter = Instant.parse("2031-03-31T02:59:59Z");
        assertThat(isOpen(Period.ofMonths(1), notAfter, "2031-02-28T02:59:59Z")).isFalse();
        assertThat(isOpen(Period.ofMonths(1), notAfter, "2031-02-28T03:00:00Z")).isTrue();
    }

    @Test
    void withoutAWindowNothingIsRenewed() {
        assertThat(isOpen(null, Instant.parse("2031-03-31T02:59:59Z"), "2031-03-31T00:00:00Z"))
                .isFalse();
    }

    private static boolean isOpen(@Nullable Period window, Instant notAfter, String now) {
        return RenewalWindow.isOpen(
                new Policy.Renewal(window, List.of(), List.of(), Period.ZERO, null),
                notAfter,
                TOKYO,
                Instant.parse(now));
    }
}
