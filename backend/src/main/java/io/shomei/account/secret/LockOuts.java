package io.shomei.account.secret;

import io.shomei.policy.Policy.LockOut;
import io.shomei.policy.Policy.LockOut.LastLock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When failures in a row lock, as a pure function of how many there were, when the last was, and the policy of now: a lower threshold
 * holds at once. The first lock may pass by itself; the next is the last, until a success or somebody who unlocks begins anew.
 */
final class LockOuts {
    private LockOuts() {}

    /**
     * The lock that holds now.
     *
     * @param failures in a row since the last lock that passed
     * @param locks how many passed before in this row
     */
    static Optional<Check.Locked> now(
            LockOut policy, int failures, int locks, @Nullable Instant lastFailure, Instant now) {
        if (failures < policy.threshold()) {
            return Optional.empty();
        }
        Duration lasts = passes(policy, locks);
        if (lasts == null || lastFailure == null) {
            return Optional.of(new Check.Locked(null));
        }
        Instant until = lastFailure.plus(lasts);
        return now.isBefore(until) ? Optional.of(new Check.Locked(until)) : Optional.empty();
    }

    private static @Nullable Duration passes(LockOut policy, int locks) {
        return locks == 0 || policy.last() == LastLock.TEMPORARY ? policy.temporary() : null;
    }
}
