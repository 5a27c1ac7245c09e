package io.shomei.status.crl;

import static io.shomei.status.crl.CrlSchedule.Due.DELTA;
import static io.shomei.status.crl.CrlSchedule.Due.FULL;
import static io.shomei.status.crl.CrlSchedule.Due.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shomei.certificate.CrlScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which list is made when. */
class CrlScheduleTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final CrlLab.Settings USUAL = CrlLab.Settings.USUAL;

    private final CrlSchedule usual = new CrlSchedule(USUAL, USUAL);

    @Test
    void whatIsMissingIsMade() {
        assertThat(usual.due(situation(null, null, true, false), NOW)).isEqualTo(FULL);
        assertThat(usual.due(situation(full(1, 3), null, false, false), NOW)).isEqualTo(FULL);
        assertThat(usual.due(situation(full(1, 3), null, true, false), NOW)).isEqualTo(NOTHING);
    }

    @Test
    void aShortListIsMadeAtEachRevocation() {
        assertThat(usual.due(situation(full(1, 10_000), null, true, true), NOW)).isEqualTo(FULL);
    }

    @Test
    void aLongListGetsADelta() {
        assertThat(usual.due(situation(full(1, 10_001), delta(1), true, true), NOW))
                .isEqualTo(DELTA);
        assertThat(usual.due(situation(full(1, 10_001), null, true, false), NOW))
                .isEqualTo(DELTA);
        assertThat(usual.due(situation(full(1, 10_001), delta(1), true, false), NOW))
                .isEqualTo(NOTHING);
    }

    @Test
    void whereCertificatesNameDeltasThereIsOneForTheShortestList() {
        CrlLab.Settings always = USUAL.withDeltaLists();
        CrlSchedule schedule = new CrlSchedule(always, always);
        assertThat(schedule.due(situation(full(1, 0), null, true, false), NOW)).isEqualTo(DELTA);
        assertThat(schedule.due(situation(full(1, 0), delta(1), true, true), NOW))
                .isEqualTo(DELTA);
    }

    @Test
    void theFullListCatchesUp() {
        CrlSituation behind = situation(full(1, 10_001), delta(2), true, false);
        assertThat(usual.due(behind, NOW.plus(Duration.ofMinutes(10).minusSeconds(1))))
                .isEqualTo(NOTHING);
        assertThat(usual.due(behind, NOW.plus(Duration.ofMinutes(10)))).isEqualTo(FULL);
        assertThat(usual.due(situation(full(2, 10_001), delta(2), true, false), NOW.plus(Duration.ofMinutes(10))))
                .isEqualTo(NOTHING);
        assertThat(usual.due(situation(full(2, 10_001), delta(2), true, true), NOW.plus(Duration.ofMinutes(10))))
                .isEqualTo(FULL);
    }

    @Test
    void anOldListIsMadeAnew() {
        CrlSituation quiet = situation(full(1, 3), null, true, false);
        assertThat(usual.due(quiet, NOW.plus(Duration.ofHours(12).minusSeconds(1))))
                .isEqualTo(NOTHING);
        assertThat(usual.due(quiet, NOW.plus(Duration.ofHours(12)))).isEqualTo(FULL);
    }

    @Test
    void aListForOtherCertificatesIsMadeAnew() {
        CrlSituation split = new CrlSituation(Optional.of(full(1, 3)), Optional.empty(), true, false, true);
        assertThat(usual.due(split, NOW)).isEqualTo(FULL);
    }

    @Test
    void timeStandsStillUntilTheClockHasCaughtUp() {
        assertThat(usual.thisUpdate(Optional.empty(), NOW.plusMillis(999))).isEqualTo(NOW);
        assertThat(usual.thisUpdate(Optional.of(NOW), NOW.plusSeconds(5))).isEqualTo(NOW.plusSeconds(5));
        assertThat(usual.thisUpdate(Optional.of(NOW), NOW.minusSeconds(3600))).isEqualTo(NOW);
        assertThat(usual.thisUpdate(
                        Optional.of(NOW), NOW.minus(Duration.ofDays(7)).plusSeconds(1)))
                .isEqualTo(NOW);
        assertThat(usual.due(situation(full(1, 3), null, true, false), NOW.minus(Duration.ofDays(9))))
                .isEqualTo(NOTHING);
        assertThat(usual.due(situation(full(1, 3), null, true, true), NOW.minus(Duration.ofDays(9))))
                .isEqualTo(FULL);
    }

    @Test
    void aClockThatWasFarAheadIsNotHeldTo() {
        Instant right = NOW.minus(Duration.ofDays(7));
        assertThat(usual.thisUpdate(Optional.of(NOW), right)).isEqualTo(right);
    }

    @Test
    void nonsenseEndsTheStart() {
        refused(new CrlLab.Settings(
                Duration.ofDays(11), USUAL.renewal(), 1, USUAL.deltaLifetime(), USUAL.catchUp(), false));
        refused(new CrlLab.Settings(
                Duration.ofHours(12), Duration.ofHours(12), 1, USUAL.deltaLifetime(), USUAL.catchUp(), false));
        refused(new CrlLab.Settings(
                USUAL.lifetime(), USUAL.renewal(), 1, Duration.ofHours(12), USUAL.catchUp(), false));
        refused(new CrlLab.Settings(USUAL.lifetime(), Duration.ZERO, 1, USUAL.deltaLifetime(), USUAL.catchUp(), false));
        refused(new CrlLab.Settings(
                USUAL.lifetime(), USUAL.renewal(), 1, USUAL.deltaLifetime(), Duration.ofMinutes(-1), false));
    }

    private static void refused(CrlLab.Settings settings) {
        assertThatThrownBy(() -> new CrlSchedule(settings, settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("crl.");
    }

    private static CrlSituation situation(@Nullable Crl full, @Nullable Crl delta, boolean kept, boolean waiting) {
        return new CrlSituation(Optional.ofNullable(full), Optional.ofNullable(delta), kept, waiting, false);
    }

    private static Crl full(long number, long entries) {
        return crl(Crl.Kind.FULL, number, entries);
    }

    private static Crl delta(long number) {
        return crl(Crl.Kind.DELTA, number, 0);
    }

    private static Crl crl(Crl.Kind kind, long number, long entries) {
        return new Crl(
                new CrlScope("root", 0),
                kind,
                number,
                null,
                false,
                NOW,
                NOW,
                NOW.plus(USUAL.lifetime()),
                Instant.EPOCH,
                entries,
                0,
                0);
    }
}
