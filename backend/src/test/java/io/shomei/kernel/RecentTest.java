package io.shomei.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RecentTest {
    private static final Instant NOON = Instant.parse("2027-04-01T03:00:00Z");

    private final AtomicReference<Instant> clock = new AtomicReference<>(NOON);
    private final AtomicInteger reads = new AtomicInteger();
    private final Recent<String, Integer> recent = new Recent<>(Duration.ofSeconds(5), clock::get);

    @Test
    void aValueIsReadAgainWhenItsTimeIsOver() {
        assertThat(at(NOON)).isEqualTo(1);
        assertThat(at(NOON.plusMillis(4_999))).isEqualTo(1);
        assertThat(at(NOON.plusSeconds(5))).isEqualTo(2);
    }

    @Test
    void aValueIsReadAgainWhenItWasForgotten() {
        assertThat(at(NOON)).isEqualTo(1);
        recent.forget("other");
        assertThat(at(NOON)).isEqualTo(1);
        recent.forget("key");
        assertThat(at(NOON)).isEqualTo(2);
    }

    @Test
    void whatIsForgottenWhileItIsReadIsNotKept() {
        assertThat(recent.get("key", key -> {
                    recent.forget(key);
                    return 0;
                }))
                .isZero();
        assertThat(at(NOON)).isEqualTo(1);
    }

    @Test
    void aClockThatIsPutBackKeepsNothing() {
        assertThat(at(NOON)).isEqualTo(1);
        assertThat(at(NOON.minusMillis(1))).isEqualTo(2);
    }

    private int at(Instant now) {
        clock.set(now);
        return recent.get("key", key -> reads.incrementAndGet());
    }
}
