package io.shomei.status.crl;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done once at a time; those who ask for it meanwhile share the next turn. Who comes alone is served at once. After a
 * turn that a crowd shared the next one begins a pause later, so that a crowd shares that one, too.
 */
final class Turns {
    /** More changes than these are a crowd's. */
    private static final int FEW = 4;

    private final String name;
    private final Runnable work;
    private final long pause;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
    private @Nullable Turn waiting;
    private boolean crowded;
    private long begun;
    private long took;

    Turns(String name, Duration pause, Runnable work) {
        this.name = name;
        this.work = work;
        this.pause = pause.toNanos();
    }

    /**
     * One time that the work is done.
     *
     * @param done completes when the work was done from the beginning after it was asked for
     * @param changes how many the work takes up
     * @param delayed whether it begins a while later
     * @param took nanoseconds that the turn before took
     */
    record Turn(CompletableFuture<@Nullable Void> done, AtomicInteger changes, boolean delayed, long took) {
        /** Whether it begins at once, and is done in this time by what is known. */
        boolean isDoneWithin(Duration patience) {
            return !delayed && took < patience.toNanos();
        }
    }

    /**
     * The next turn, which begins after this call.
     *
     * @param changes how many more the work is to take up
     */
    synchronized Turn next(int changes) {
        Turn turn = waiting;
        if (turn == null) {
            AtomicInteger all = new AtomicInteger();
            CompletableFuture<@Nullable Void> done = last.handleAsync(
                    (before, failed) -> workInTurn(all),
                    task -> Thread.ofVirtual().name(name).start(task));
            turn = new Turn(done, all, delay() > 0, took);
            waiting = turn;
            last = done;
        }
        turn.changes().addAndGet(changes);
        return turn;
    }

    private @Nullable Void workInTurn(AtomicInteger changes) {
        await();
        begin(changes);
        try {
            work.run();
        } finally {
            end();
        }
        return null;
    }

    private void await() {
        try {
            Thread.sleep(Duration.ofNanos(delay()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** From here on newcomers need the turn after this one. */
    private synchronized void begin(AtomicInteger changes) {
        waiting = null;
        crowded = changes.get() > FEW;
        begun = System.nanoTime();
    }

    private synchronized void end() {
        took = System.nanoTime() - begun;
    }

    private synchronized long delay() {
        return crowded ? Math.max(0, begun + pause - System.nanoTime()) : 0;
    }
}
