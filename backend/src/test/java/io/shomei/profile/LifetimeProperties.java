package io.shomei.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.policy.Rounding;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every moment, period and zone. */
class LifetimeProperties {
    private static final Instant NEVER = Instant.parse("2999-01-01T00:00:00Z");

    @Property
    void aValidityRunsForwardInWholeSeconds(
            @ForAll("moments") Instant now,
            @ForAll("periods") Period period,
            @ForAll Rounding rounding,
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(min = 1, max = 2000) int days) {
        Ceilings ceilings = new Ceilings("test", List.of(new Ceilings.Ceiling(LocalDate.EPOCH, days)));
        Profile.Validity validity =
                new Lifetime(period, rounding, ceilings).from(now, zone, NEVER).validity();
        assertThat(validity.notBefore()).isEqualTo(now.truncatedTo(ChronoUnit.SECONDS));
        assertThat(validity.notAfter()).isAfter(validity.notBefore());
        assertThat(validity.notAfter().getNano()).isZero();
    }

    @Property
    void noCeilingIsExceededAndNoAuthorityOutlived(
            @ForAll("moments") Instant now,
            @ForAll("periods") Period period,
            @ForAll Rounding rounding,
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(min = 1, max = 2000) int days,
            @ForAll @IntRange(min = 1, max = 4000) int authorityDays) {
        Ceilings ceilings = new Ceilings("test", List.of(new Ceilings.Ceiling(LocalDate.EPOCH, days)));
        Instant start = now.truncatedTo(ChronoUnit.SECONDS);
        Instant authorityEnds = start.plus(authorityDays, ChronoUnit.DAYS);
        Lifetime.Reckoning reckoning = new Lifetime(period, rounding, ceilings).from(now, zone, authorityEnds);
        Instant end = reckoning.validity().notAfter();
        assertThat(Duration.between(start, end).plusSeconds(1)).isLessThanOrEqualTo(Duration.ofDays(days));
        assertThat(end).isBeforeOrEqualTo(authorityEnds).isBeforeOrEqualTo(reckoning.wished());
        assertThat(reckoning.bound() == Lifetime.Bound.PERIOD).isEqualTo(end.equals(reckoning.wished()));
    }

    @Property
    void aRoundedDayEndsOnTheDayThePeriodLeadsTo(
            @ForAll("moments") Instant now, @ForAll("periods") Period period, @ForAll("zones") ZoneId zone) {
        Instant local = NotAfter.of(now.truncatedTo(ChronoUnit.SECONDS), period, Rounding.END_OF_LOCAL_DAY, zone);
        assertThat(LocalDate.ofInstant(local, zone))
                .isEqualTo(LocalDate.ofInstant(now, zone).plus(period));
        assertThat(LocalDate.ofInstant(local.plusSeconds(1), zone))
                .isEqualTo(LocalDate.ofInstant(now, zone).plus(period).plusDays(1));
        Instant utc = NotAfter.of(now.truncatedTo(ChronoUnit.SECONDS), period, Rounding.END_OF_UTC_DAY, zone);
        assertThat(utc.atOffset(ZoneOffset.UTC).toLocalTime()).isEqualTo(LocalTime.of(23, 59, 59));
    }

    @Property
    void theLocalDayOfUtcIsTheUtcDay(@ForAll("moments") Instant now, @ForAll("periods") Period period) {
        assertThat(NotAfter.of(now, period, Rounding.END_OF_LOCAL_DAY, ZoneOffset.UTC))
                .isEqualTo(NotAfter.of(now, period, Rounding.END_OF_UTC_DAY, ZoneId.of("Asia/Tokyo")));
    }

    @Property
    void whoeverIsIssuedLaterEndsNoEarlier(
            @ForAll("moments") Instant now,
            @ForAll @IntRange(min = 0, max = 100_000_000) int seconds,
            @ForAll("periods") Period period,
            @ForAll Rounding rounding,
            @ForAll("zones") ZoneId zone) {
        Instant start = now.truncatedTo(ChronoUnit.SECONDS);
        assertThat(NotAfter.of(start.plusSeconds(seconds), period, rounding, zone))
                .isAfterOrEqualTo(NotAfter.of(start, period, rounding, zone));
    }

    @Property
    void roundingDownFindsTheLastEndThatFits(
            @ForAll("moments") Instant latest, @ForAll Rounding rounding, @ForAll("zones") ZoneId zone) {
        Instant bound = latest.truncatedTo(ChronoUnit.SECONDS);
        Instant end = NotAfter.notLaterThan(bound, rounding, zone);
        assertThat(end).isBeforeOrEqualTo(bound);
        assertThat(NotAfter.notLaterThan(end, rounding, zone)).isEqualTo(end);
        assertThat(Duration.between(end, bound)).isLessThan(Duration.ofHours(49));
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Combinators.combine(
                        Arbitraries.longs()
                                .between(
                                        Instant.parse("2020-01-01T00:00:00Z").getEpochSecond(),
                                        Instant.parse("2060-01-01T00:00:00Z").getEpochSecond()),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<Period> periods() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, 1500).map(Period::ofDays),
                Arbitraries.integers().between(1, 60).map(Period::ofMonths),
                Arbitraries.integers().between(1, 30).map(Period::ofYears));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Asia/Tokyo",
                        "UTC",
                        "Africa/Cairo",
                        "America/St_Johns",
                        "Pacific/Kiritimati",
                        "Pacific/Pago_Pago")
                .map(ZoneId::of);
    }
}
