package io.shomei.timestamp.clock;

import java.time.Duration;

/**
 * How far our clock stands from another.
 *
 * @param ahead how much later ours is; negative where it is behind
 * @param uncertainty how wrong this may be, because asking takes time and the other has errors of its own
 */
record Offset(Duration ahead, Duration uncertainty) {

    /** Whether our clock is at most this far off, however much the measurement erred. */
    boolean isCertainlyWithin(Duration tolerance) {
        return ahead.abs().plus(uncertainty).compareTo(tolerance) <= 0;
    }

    /** Whether our clock may be at most this far off. */
    boolean isPossiblyWithin(Duration tolerance) {
        return ahead.abs().minus(uncertainty).compareTo(tolerance) <= 0;
    }
}
