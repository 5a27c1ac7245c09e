package io.shomei.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does things at the same time. */
public final class AtOnce {
    private AtOnce() {}

    /** One thing so many times; what each came to. */
    public static <T> List<T> times(int count, Callable<T> one) throws Exception {
        return all(Collections.nCopies(count, one));
    }

    /** What each came to, in their order. */
    public static <T> List<T> all(List<Callable<T>> things) throws Exception {
        try (ExecutorService together = Executors.newFixedThreadPool(things.size())) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : together.invokeAll(things)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
