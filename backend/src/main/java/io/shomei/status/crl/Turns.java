package io.shomei.status.crl;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Work that is done once at a time; those who ask for it meanwhile share the next turn. */
final class Turns {
    private final String name;
    private final Runnable work;
    private final AtomicReference<@Nullable CompletableFuture<Boolean>> waiting = new AtomicReference<>();
    private CompletableFuture<?> last = CompletableFuture.completedFuture(true);

    Turns(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    /** Completes when the work was done from the beginning after this call. */
    CompletableFuture<Boolean> next() {
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> shared = waiting.compareAndExchange(null, mine);
        if (shared != null) {
            return shared;
        }
        synchronized (this) {
            last = last.handleAsync(
                    (before, failed) -> workInTurn(mine),
                    task -> Thread.ofVirtual().name(name).start(task));
        }
        return mine;
    }

    private boolean workInTurn(CompletableFuture<Boolean> mine) {
        // From here on newcomers need the turn after this one.
        waiting.set(null);
        try {
            work.run();
            return mine.complete(true);
        } catch (RuntimeException failure) {
            return mine.completeExceptionally(failure);
        }
    }
}
