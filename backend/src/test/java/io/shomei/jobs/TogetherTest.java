package io.shomei.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is asked for at the same time is done at the same time. */
class TogetherTest {
    @Test
    void whoComesAloneIsServedAtOnce() {
        Together<Integer, Integer> doubled = new Together<>("double", 10, each -> 1, TogetherTest::doubled);
        assertThat(doubled.ask(1).join()).isEqualTo(2);
        assertThat(doubled.ask(2).join()).isEqualTo(4);
    }

    @Test
    void whoComesMeanwhileGoesWithTheNextOne() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<Integer> sizes = new CopyOnWriteArrayList<>();
        Together<Integer, Integer> doubled = new Together<>("double", 4, each -> 1, batch -> {
            sizes.add(batch.size());
            begun.countDown();
            await(go);
            doubled(batch);
        });
        CompletableFuture<Integer> first = doubled.ask(0);
        begun.await();
        List<CompletableFuture<Integer>> meanwhile =
                IntStream.rangeClosed(1, 6).mapToObj(doubled::ask).toList();
        go.countDown();
        assertThat(first.join()).isZero();
        assertThat(meanwhile.stream().map(CompletableFuture::join)).containsExactly(2, 4, 6, 8, 10, 12);
        assertThat(sizes).as("at most four at once").containsExactly(1, 4, 2);
    }

    @Test
    void aBatchEndsWithTheQuestionThatFillsIt() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<List<Integer>> batches = new CopyOnWriteArrayList<>();
        Together<Integer, Integer> doubled = new Together<>("double", 10, each -> each, batch -> {
            batches.add(batch.stream().map(Together.Asked::question).toList());
            begun.countDown();
            await(go);
            doubled(batch);
        });
        CompletableFuture<Integer> first = doubled.ask(1);
        begun.await();
        List<CompletableFuture<Integer>> meanwhile =
                Stream.of(9, 100, 4, 6, 2).map(doubled::ask).toList();
        go.countDown();
        first.join();
        assertThat(meanwhile.stream().map(CompletableFuture::join)).containsExactly(18, 200, 8, 12, 4);
        assertThat(batches).containsExactly(List.of(1), List.of(9, 100), List.of(4, 6), List.of(2));
    }

    @Test
    void aBatchThatFailsFailsForWhoHasNoAnswerYetAndTheNextIsServed() {
        Together<Integer, Integer> picky = new Together<>("picky", 10, each -> 1, batch -> {
            doubled(batch);
            throw new IllegalStateException("too late for an answer");
        });
        assertThat(picky.ask(1).join()).isEqualTo(2);
        Together<Integer, Integer> failing = new Together<>("failing", 10, each -> 1, batch -> {
            if (batch.getFirst().question() < 0) {
                throw new IllegalArgumentException("negative");
            }
            doubled(batch);
        });
        assertThatThrownBy(() -> failing.ask(-1).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> failing.await(-1))
                .as("who waits is told what was thrown")
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(failing.ask(1).join()).isEqualTo(2);
        assertThat(failing.await(2)).isEqualTo(4);
    }

    @Test
    void nobodyIsForgottenAndOneBatchIsUnderWayAtATime() throws InterruptedException {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Together<Integer, Integer> doubled = new Together<>("double", 7, each -> 1, batch -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            doubled(batch);
            underWay.decrementAndGet();
        });
        List<Thread> askers = new ArrayList<>();
        List<Integer> wrong = new CopyOnWriteArrayList<>();
        for (int asker = 0; asker < 8; asker++) {
            askers.add(Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 2_000; i++) {
                    if (doubled.ask(i).join() != 2 * i) {
                        wrong.add(i);
                    }
                }
            }));
        }
        for (Thread asker : askers) {
            asker.join();
        }
        assertThat(wrong).isEmpty();
        assertThat(most).hasValue(1);
    }

    private static void doubled(List<Together.Asked<Integer, Integer>> batch) {
        batch.forEach(each -> each.answer().complete(2 * each.question()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
