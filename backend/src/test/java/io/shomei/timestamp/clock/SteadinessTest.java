package io.shomei.timestamp.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A clock that is put forward or back is noticed at the next look, and trusted again after it ran evenly for a while. */
class SteadinessTest {
    private static final Duration TOLERANCE = Duration.ofSeconds(1);
    private static final Duration SETTLING = Duration.ofSeconds(30);

    private Instant time = Instant.parse("2027-04-01T00:00:00Z");
    private long count = Long.MAX_VALUE - 5_000_000_000L;
    private final Steadiness steadiness = new Steadiness(() -> time, () -> count, TOLERANCE, SETTLING);

    @Test
    void aClockThatRunsEvenlyIsTrusted() {
        for (int second = 0; second < 100; second++) {
            pass(Duration.ofSeconds(1));
            assertThat(steadiness.read().jump()).isEmpty();
            assertThat(steadiness.read().time()).isEqualTo(time);
        }
    }

    @Test
    void aJumpForwardsOrBackwardsIsNoticed() {
        for (Duration jump : new Duration[] {Duration.ofSeconds(2), Duration.ofDays(-30), Duration.ofMillis(1001)}) {
            pass(Duration.ofMinutes(1));
            assertThat(steadiness.read().jump()).isEmpty();
            time = time.plus(jump);
            assertThat(steadiness.read().jump()).contains(jump);
        }
        assertThat(steadiness.jumps()).isEqualTo(3);
    }

    @Test
    void afterAJumpTheClockSettles() {
        time = time.plusSeconds(3600);
        assertThat(steadiness.read().jump()).contains(Duration.ofHours(1));
        pass(SETTLING.minusMillis(1));
        assertThat(steadiness.read().jump()).contains(Duration.ofHours(1));
        pass(Duration.ofMillis(1));
        assertThat(steadiness.read().jump()).isEmpty();
    }

    @Test
    void anotherJumpMeanwhileBeginsItAnew() {
        time = time.plusSeconds(3600);
        steadiness.read();
        pass(SETTLING.minusMillis(1));
        time = time.minusSeconds(3600);
        assertThat(steadiness.read().jump()).contains(Duration.ofHours(-1));
        pass(SETTLING.minusMillis(1));
        assertThat(steadiness.read().jump()).isPresent();
        pass(Duration.ofMillis(1));
        assertThat(steadiness.read().jump()).isEmpty();
    }

    @Test
    void smallCorrectionsAreNoJumpAndDoNotAddUp() {
        for (int i = 0; i < 20; i++) {
            pass(Duration.ofMinutes(1));
            time = time.plusMillis(400);
            assertThat(steadiness.read().jump()).isEmpty();
            steadiness.anchor();
        }
        assertThat(steadiness.jumps()).isZero();
    }

    @Test
    void aPauseBetweenTheLooksIsNoJump() {
        Duration pause = Duration.ofMinutes(5);
        // The process stands still after the counter was read, or after the clock was.
        Steadiness pausing = new Steadiness(
                () -> {
                    pass(pause);
                    Instant read = time;
                    pass(pause);
                    return read;
                },
                () -> count,
                TOLERANCE,
                SETTLING);
        for (int i = 0; i < 10; i++) {
            assertThat(pausing.read().jump()).isEmpty();
            pausing.anchor();
        }
    }

    private void pass(Duration duration) {
        time = time.plus(duration);
        count += duration.toNanos();
    }
}
