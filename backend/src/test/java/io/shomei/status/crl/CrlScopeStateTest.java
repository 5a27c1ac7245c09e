package io.shomei.status.crl;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.certificate.CrlScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When somebody must look after the lists. */
class CrlScopeStateTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:05:09Z");
    private static final Instant SOON = NOW.plusSeconds(60);
    private static final Instant JUST_NOW = NOW.minus(Duration.ofMinutes(4));
    private static final Instant LONG_AGO = NOW.minus(Duration.ofMinutes(6));

    @Test
    void aListThatIsNotDueAndBehindNothingIsWell() {
        assertThat(state(SOON, SOON, null)).isEqualTo(CrlScopeState.Alarm.NONE);
        // The schedule may be on its way.
        assertThat(state(SOON, JUST_NOW, JUST_NOW)).isEqualTo(CrlScopeState.Alarm.NONE);
    }

    @Test
    void onlyTheWorstIsTold() {
        assertThat(state(SOON, LONG_AGO, null)).isEqualTo(CrlScopeState.Alarm.LATE);
        assertThat(state(SOON, LONG_AGO, LONG_AGO)).isEqualTo(CrlScopeState.Alarm.BEHIND);
        assertThat(state(NOW, LONG_AGO, LONG_AGO)).isEqualTo(CrlScopeState.Alarm.EXPIRED);
        assertThat(state(null, SOON, null)).isEqualTo(CrlScopeState.Alarm.MISSING);
    }

    private static CrlScopeState.Alarm state(
            @Nullable Instant nextUpdate, Instant dueAt, @Nullable Instant waitingSince) {
        CrlScope scope = new CrlScope("root", 0);
        Optional<Crl> full = Optional.ofNullable(nextUpdate)
                .map(end ->
                        new Crl(scope, Crl.Kind.FULL, 1, null, false, LONG_AGO, LONG_AGO, end, Instant.EPOCH, 0, 0, 0));
        return new CrlScopeState(
                        scope,
                        "Root",
                        1,
                        full,
                        Optional.empty(),
                        Optional.of(dueAt),
                        Optional.empty(),
                        waitingSince == null ? 0 : 1,
                        Optional.ofNullable(waitingSince))
                .alarmAt(NOW);
    }
}
