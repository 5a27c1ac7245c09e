package io.shomei.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The application's clock under test: it follows the real one, which background work needs, at a distance that a test
 * chooses.
 */
@Alternative
@Priority(1)
@Singleton
public class TestClock implements InstantSource {
    private final AtomicReference<Duration> distance = new AtomicReference<>(Duration.ZERO);
    private final AtomicReference<Instant> stopped = new AtomicReference<>();

    @Override
    public Instant instant() {
        Instant fixed = stopped.get();
        return fixed == null ? Instant.now().plus(distance.get()) : fixed;
    }

    public void advance(Duration step) {
        Instant fixed = stopped.get();
        if (fixed == null) {
            distance.updateAndGet(before -> before.plus(step));
        } else {
            stopped.set(fixed.plus(step));
        }
    }

    /** Stops at this moment, so that a test can tell to the second what happens when. */
    public void stopAt(Instant moment) {
        stopped.set(moment);
    }

    public void reset() {
        stopped.set(null);
        distance.set(Duration.ZERO);
    }

    /** Does something at another time, and comes back. */
    public <T> T at(Duration fromNow, Supplier<T> work) {
        Duration before = distance.get();
        distance.set(fromNow);
        try {
            return work.get();
        } finally {
            distance.set(before);
        }
    }
}
