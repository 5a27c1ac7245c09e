package io.shomei.session;

import java.time.Duration;

/** Has a refusal take as long as any other, so that time does not tell what was done for it. */
public final class SameTime {
    private SameTime() {}

    /**
     * Waits until so much time has passed.
     *
     * @param begunAt when the work began, by {@link System#nanoTime}
     */
    public static void await(long begunAt, Duration refusal) {
        Duration left = refusal.minusNanos(System.nanoTime() - begunAt);
        if (left.isPositive()) {
            try {
                Thread.sleep(left);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
