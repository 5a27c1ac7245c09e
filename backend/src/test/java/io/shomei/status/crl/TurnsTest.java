package io.shomei.status.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final AtomicInteger done = new AtomicInteger();

    @Test
    void whoComesAloneIsServedAtOnce() throws Exception {
        Turns turns = new Turns("test", LONG, done::incrementAndGet);
        for (int i = 1; i <= 5; i++) {
            Turns.Turn turn = turns.next(1);
            assertThat(turn.isDoneWithin(Duration.ofSeconds(30))).isTrue();
            turn.done().get(30, TimeUnit.SECONDS);
            assertThat(done).hasValue(i);
        }
    }

    @Test
    void whoComesWhileTheWorkIsDoneSharesTheNextTurn() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Turns turns = new Turns("test", LONG, () -> {
            begun.countDown();
            await(goOn);
            done.incrementAndGet();
        });
        Turns.Turn first = turns.next(1);
        await(begun);
        Turns.Turn second = turns.next(1);
        Turns.Turn third = turns.next(1);
        assertThat(second).isNotEqualTo(first).isSameAs(third);
        goOn.countDown();
        second.done().get(30, TimeUnit.SECONDS);
        assertThat(done).hasValue(2);
    }

    @Test
    void afterACrowdTheNextTurnBeginsLater() throws Exception {
        Turns turns = new Turns("test", LONG, done::incrementAndGet);
        turns.next(100).done().get(30, TimeUnit.SECONDS);
        Turns.Turn later = turns.next(1);
        assertThat(later.isDoneWithin(LONG)).isFalse();
        assertThat(turns.next(1)).isSameAs(later);
        assertThat(later.done()).isNotDone();
        assertThat(done).hasValue(1);
    }

    @Test
    void aCrowdThatHasGoneIsForgotten() throws Exception {
        Turns turns = new Turns("test", Duration.ofMillis(20), done::incrementAndGet);
        turns.next(100).done().get(30, TimeUnit.SECONDS);
        turns.next(1).done().get(30, TimeUnit.SECONDS);
        assertThat(turns.next(1).isDoneWithin(Duration.ofMillis(20))).isTrue();
    }

    @Test
    void slowWorkIsNotWorthWaitingFor() throws Exception {
        Turns turns = new Turns("test", LONG, () -> sleep(50));
        turns.next(1).done().get(30, TimeUnit.SECONDS);
        assertThat(turns.next(1).isDoneWithin(Duration.ofMillis(50))).isFalse();
    }

    @Test
    void aFailureIsOfOneTurnAlone() throws Exception {
        Turns turns = new Turns("test", LONG, () -> {
            if (done.incrementAndGet() == 1) {
                throw new IllegalStateException("no");
            }
        });
        Turns.Turn failing = turns.next(1);
        assertThatThrownBy(() -> failing.done().get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("no");
        turns.next(1).done().get(30, TimeUnit.SECONDS);
        assertThat(done).hasValue(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
