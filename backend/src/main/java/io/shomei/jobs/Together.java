package io.shomei.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * Does for many at once what each of them asks for. One batch is under way at a time; whoever comes meanwhile goes with the next one. A
 * batch therefore begins after everything in it was asked for. Who comes alone is served at once.
 */
public final class Together<Q, A> {
    private final String name;
    private final int most;
    private final ToIntFunction<Q> size;
    private final Consumer<List<Asked<Q, A>>> work;
    private final Queue<Asked<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    /** One of a batch, who waits for an answer. */
    public record Asked<Q, A>(Q question, CompletableFuture<A> answer) {}

    /**
     * @param name of the thread that works
     * @param most what one batch takes: it ends with the question that reaches it
     * @param size how much of that a question is
     * @param work completes every answer; what it throws is the answer to all that it has not completed
     */
    public Together(String name, int most, ToIntFunction<Q> size, Consumer<List<Asked<Q, A>>> work) {
        this.name = name;
        this.most = most;
        this.size = size;
        this.work = work;
    }

    public CompletableFuture<A> ask(Q question) {
        CompletableFuture<A> answer = new CompletableFuture<>();
        waiting.add(new Asked<>(question, answer));
        if (busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name(name).start(this::workOff);
        }
        return answer;
    }

    /**
     * Asks, and waits for the answer.
     *
     * @throws RuntimeException what the work threw, or what it refused this question with
     */
    public A await(Q question) {
        try {
            return ask(question).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private void workOff() {
        do {
            List<Asked<Q, A>> batch = next();
            while (!batch.isEmpty()) {
                answer(batch);
                batch = next();
            }
            busy.set(false);
            // Somebody may have come between the last look and the sign that nobody is at work.
        } while (!waiting.isEmpty() && busy.compareAndSet(false, true));
    }

    private List<Asked<Q, A>> next() {
        List<Asked<Q, A>> batch = new ArrayList<>();
        int taken = 0;
        while (taken < most) {
            Asked<Q, A> asked = waiting.poll();
            if (asked == null) {
                break;
            }
            batch.add(asked);
            taken += size.applyAsInt(asked.question());
        }
        return batch;
    }

    private void answer(List<Asked<Q, A>> batch) {
        try {
            work.accept(batch);
        } catch (RuntimeException | Error failed) {
            batch.forEach(each -> each.answer().completeExceptionally(failed));
        }
    }
}
