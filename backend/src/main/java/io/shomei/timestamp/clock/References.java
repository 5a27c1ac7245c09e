package io.shomei.timestamp.clock;

import io.shomei.timestamp.clock.Verdict.Opinion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The references and what each said last. */
final class References {
    private final List<TimeReference> all;
    private final LongSupplier counter;
    private final Duration tolerance;
    private final Duration maxAge;
    private final Map<String, Said> said = new ConcurrentHashMap<>();

    /**
     * @param at the counter when it was measured
     */
    private record Said(
            @Nullable Offset offset, long at, @Nullable String silence) {}

    References(List<TimeReference> all, LongSupplier counter, Duration tolerance, Duration maxAge) {
        this.all = List.copyOf(all);
        this.counter = counter;
        this.tolerance = tolerance;
        this.maxAge = maxAge;
    }

    /** Asks each; takes as long as the slowest ones need. */
    void ask() {
        for (TimeReference reference : all) {
            try {
                said.put(reference.name(), new Said(reference.measure(), counter.getAsLong(), null));
            } catch (SilentReference silent) {
                said.compute(
                        reference.name(),
                        (name, before) -> before == null
                                ? new Said(null, 0, silent.reason())
                                : new Said(before.offset(), before.at(), silent.reason()));
            }
        }
    }

    /** What was measured is void: the clock has been changed since. */
    void forget() {
        said.clear();
    }

    Verdict verdict() {
        long now = counter.getAsLong();
        return new Verdict(all.stream().map(each -> opinion(each, now)).toList(), tolerance);
    }

    List<TimeReference> all() {
        return all;
    }

    private Opinion opinion(TimeReference reference, long now) {
        Said last = said.get(reference.name());
        if (last == null) {
            return new Opinion(reference.name(), reference.isRequired(), null, "not asked yet");
        }
        boolean counts = last.offset() != null && now - last.at() <= maxAge.toNanos();
        return new Opinion(reference.name(), reference.isRequired(), counts ? last.offset() : null, last.silence());
    }
}
