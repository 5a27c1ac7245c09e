package io.shomei.jobs;

import java.time.Duration;

/** Ends what nobody used or decided in time, some of it in each transaction, until nothing is left. */
public interface LapseJob extends RecurringJob {
    /** How many share a transaction. */
    int chunk();

    /**
     * Ends some, in a transaction of their own.
     *
     * @return how many they were
     */
    int end(int most);

    @Override
    default Duration pause() {
        return Duration.ofMinutes(5);
    }

    @Override
    default void run() {
        while (end(chunk()) == chunk()) {
            // There is more.
        }
    }
}
