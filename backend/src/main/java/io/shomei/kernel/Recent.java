package io.shomei.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * What was read a moment ago, for what every request asks. Whatever changes it tells this copy of the platform to forget it; another copy
 * may see it as it was for as long as it is kept.
 */
public final class Recent<K, V> {
    private final Duration kept;
    private final InstantSource clock;
    private final Map<K, Read<V>> reads = new ConcurrentHashMap<>();
    private final AtomicLong forgotten = new AtomicLong();

    private record Read<V>(V value, Instant at) {}

    public Recent(Duration kept, InstantSource clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /** A value that was read already, or else reads it. A clock that was put back makes nothing younger. */
    public V get(K key, Function<K, V> read) {
        Instant now = clock.instant();
        Read<V> found = reads.get(key);
        if (found == null
                || now.isBefore(found.at())
                || !now.isBefore(found.at().plus(kept))) {
            long before = forgotten.get();
            found = new Read<>(read.apply(key), now);
            reads.put(key, found);
            if (forgotten.get() != before) {
                // Perhaps it was read before what made somebody forget it.
                reads.remove(key, found);
            }
        }
        return found.value();
    }

    public void forget(K key) {
        forgotten.incrementAndGet();
        reads.remove(key);
    }
}
