package io.shomei.jobs;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The work of a job in parts: dealt out in order, carried out on all cores. */
public final class Chunks {
    private Chunks() {}

    /** What there is to do, in an order of its own. */
    @FunctionalInterface
    public interface Source<T> {
        /**
         * The next part, read in a transaction of its own; empty where nothing is to follow.
         *
         * @param last what was dealt out last; null at the beginning
         */
        List<T> after(@Nullable T last);
    }

    /**
     * Ends when everything was carried out. One worker more than there are cores, so that none is idle while the database is waited for.
     *
     * @param job names the threads
     * @throws RuntimeException the first failure; what others do is carried out before
     */
    public static <T> void carryOut(String job, Source<T> source, Consumer<List<T>> work) {
        Deal<T> deal = new Deal<>(source);
        int workers = Runtime.getRuntime().availableProcessors() + 1;
        try (ExecutorService executor = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().name(job + "-", 0).factory())) {
            CompletableFuture.allOf(IntStream.range(0, workers)
                            .mapToObj(worker -> CompletableFuture.runAsync(
                                    () -> {
                                        for (List<T> chunk = deal.next(); !chunk.isEmpty(); chunk = deal.next()) {
                                            work.accept(chunk);
                                        }
                                    },
                                    executor))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private static final class Deal<T> {
        private final Source<T> source;
        private @Nullable T last;

        Deal(Source<T> source) {
            this.source = source;
        }

        synchronized List<T> next() {
            List<T> chunk = QuarkusTransaction.requiringNew().call(() -> source.after(last));
            if (!chunk.isEmpty()) {
                last = chunk.getLast();
            }
            return chunk;
        }
    }
}
