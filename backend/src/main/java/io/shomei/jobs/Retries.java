package io.shomei.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;

/** Tries again what failed: soon at first, then less and less often, and always within a time that somebody waits. */
final class Retries implements FailureHandler<Void> {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final double GROWTH = 1.5;

    @Override
    public void onFailure(ExecutionComplete failed, ExecutionOperations<Void> operations) {
        operations.reschedule(failed, failed.getTimeDone().plus(pauseAfter(failed.getExecution().consecutiveFailures)));
    }

    /**
     * @param earlier how many tries in a row had failed before
     */
    static Duration pauseAfter(int earlier) {
        double millis = FIRST.toMillis() * Math.pow(GROWTH, earlier);
        return millis < LONGEST.toMillis() ? Duration.ofMillis((long) millis) : LONGEST;
    }
}
