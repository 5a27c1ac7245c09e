package io.shomei.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next cursor of the page after, null on the last
 * @param previous cursor of the page before, null on the first
 */
public record Page<T>(
        List<T> items, @Nullable String next, @Nullable String previous, Total total) {

    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(items.stream().<R>map(mapping).toList(), next, previous, total);
    }

    /**
     * How many rows there are.
     *
     * @param exact false when counting stopped at a bound: no list counts a whole register
     */
    public record Total(long value, boolean exact) {
        /** Counting stops here. */
        public static final long BOUND = 10_000;

        public static Total counted(long rows) {
            return rows > BOUND ? new Total(BOUND, false) : new Total(rows, true);
        }
    }
}
