package io.shomei.account.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.policy.Policy.LockOut;
import io.shomei.policy.Policy.LockOut.LastLock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When failures lock, and for how long. */
class LockOutsTest {
    private static final Instant FAILED = Instant.parse("2027-04-01T00:00:00Z");
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    @Test
    void fewerFailuresThanTheThresholdDoNotLock() {
        assertThat(LockOuts.now(untilUnlocked(3, null), 2, 0, FAILED, FAILED)).isEmpty();
    }

    @Test
    void withoutATemporaryStageTheFirstLockIsTheLast() {
        assertThat(LockOuts.now(untilUnlocked(3, null), 3, 0, FAILED, FAILED.plus(Duration.ofDays(365))))
                .contains(new Check.Locked(null));
    }

    @Test
    void theFirstOfTwoStagesPassesAndTheSecondDoesNot() {
        LockOut policy = untilUnlocked(3, HALF_AN_HOUR);
        Instant end = FAILED.plus(HALF_AN_HOUR);
        assertThat(LockOuts.now(policy, 3, 0, FAILED, end.minusNanos(1))).contains(new Check.Locked(end));
        assertThat(LockOuts.now(policy, 3, 0, FAILED, end)).isEmpty();
        assertThat(LockOuts.now(policy, 3, 1, FAILED, end)).contains(new Check.Locked(null));
    }

    @Test
    void whereTheLastLockIsTemporaryEachPasses() {
        LockOut policy = new LockOut(3, HALF_AN_HOUR, LastLock.TEMPORARY, List.of(LockOut.Unlocker.TIME));
        assertThat(LockOuts.now(policy, 3, 7, FAILED, FAILED.plus(HALF_AN_HOUR)))
                .isEmpty();
    }

    @Test
    void aLowerThresholdHoldsAtOnce() {
        assertThat(LockOuts.now(untilUnlocked(10, null), 4, 0, FAILED, FAILED)).isEmpty();
        assertThat(LockOuts.now(untilUnlocked(3, null), 4, 0, FAILED, FAILED)).contains(new Check.Locked(null));
    }

    private static LockOut untilUnlocked(int threshold, @Nullable Duration temporary) {
        return new LockOut(threshold, temporary, LastLock.UNTIL_UNLOCKED, List.of(LockOut.Unlocker.OPERATOR));
    }
}
