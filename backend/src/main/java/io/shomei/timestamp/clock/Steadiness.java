package io.shomei.timestamp.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Compares the clock, which people and programs set, with the machine's counter, which nobody sets. The two run at the same
 * pace; where they part, the clock was put forward or back, or the machine slept, and the time cannot be told until it has run
 * evenly for a while.
 */
final class Steadiness {
    /** A pair of readings that took longer is not begun with: the process stood still between the two. */
    private static final long MAX_ANCHOR_NANOS = 1_000_000;

    private final InstantSource clock;
    private final LongSupplier counter;
    private final Duration tolerance;
    private final Duration settling;
    private final AtomicReference<State> state;

    /**
     * @param anchor a moment of the clock
     * @param count the counter at that moment
     * @param jump how far the clock jumped last
     * @param jumps how often it jumped so far
     * @param settled what the counter must reach before the clock is trusted
     */
    private record State(Instant anchor, long count, Duration jump, int jumps, long settled) {

        State anchoredAt(Look now) {
            return new State(now.time(), now.last(), jump, jumps, settled);
        }

        State jumpedAt(Look now, Duration distance, Duration settling) {
            return new State(now.time(), now.last(), distance, jumps + 1, now.last() + settling.toNanos());
        }
    }

    /** One look at the clock between two at the counter. */
    private record Look(long first, Instant time, long last) {

        /** How far the clock went beyond what the counter allows; nothing is concluded from how long the look took. */
        Duration jumpSince(State before) {
            Duration earliest = Duration.ofNanos(first - before.count());
            Duration latest = Duration.ofNanos(last - before.count());
            Duration passed = Duration.between(before.anchor(), time);
            if (passed.compareTo(latest) > 0) {
                return passed.minus(latest);
            }
            return passed.compareTo(earliest) < 0 ? passed.minus(earliest) : Duration.ZERO;
        }
    }

    /** The time, and how far the clock jumped where it cannot be trusted for that. */
    record Reading(Instant time, Optional<Duration> jump) {}

    /**
     * @param counter nanoseconds since any moment, as {@link System#nanoTime()}
     * @param tolerance how far clock and counter may part between two anchors
     * @param settling how long the clock must run evenly after a jump
     */
    Steadiness(InstantSource clock, LongSupplier counter, Duration tolerance, Duration settling) {
        this.clock = clock;
        this.counter = counter;
        this.tolerance = tolerance;
        this.settling = settling;
        Look now = look();
        this.state = new AtomicReference<>(new State(now.time(), now.last(), Duration.ZERO, 0, now.last()));
    }

    /** Reads the clock. It costs two looks at the counter, so that every time stamp can afford it. */
    Reading read() {
        State before = state.get();
        Look now = look();
        Duration jump = now.jumpSince(before);
        if (jump.abs().compareTo(tolerance) > 0) {
            // Who else noticed has set the same; what they set stands.
            state.compareAndSet(before, before.jumpedAt(now, jump, settling));
            return new Reading(now.time(), Optional.of(jump));
        }
        boolean settled = now.last() - before.settled() >= 0;
        return new Reading(now.time(), settled ? Optional.empty() : Optional.of(before.jump()));
    }

    /** How often the clock jumped so far, as far as anybody looked. */
    int jumps() {
        return state.get().jumps();
    }

    /** Measures from here on, so that small corrections of the clock do not add up to a jump. */
    void anchor() {
        State before = state.get();
        Look now = look();
        boolean steady = now.jumpSince(before).abs().compareTo(tolerance) <= 0;
        if (steady && now.last() - now.first() < MAX_ANCHOR_NANOS) {
            state.compareAndSet(before, before.anchoredAt(now));
        }
    }

    private Look look() {
        long first = counter.getAsLong();
        Instant time = clock.instant();
        return new Look(first, time, counter.getAsLong());
    }
}
