package io.shomei.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what background work does. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Much less than the pause of any schedule that would do the same work. */
    private static final Duration SOON = Duration.ofSeconds(15);

    private Eventually() {}

    public static void isTrue(String what, BooleanSupplier condition) {
        present(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** Waits for what must not be left to a schedule. */
    public static void isSoonTrue(String what, BooleanSupplier condition) {
        present(what, SOON, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    public static <T> T present(String what, Supplier<Optional<T>> search) {
        return present(what, PATIENCE, search);
    }

    private static <T> T present(String what, Duration patience, Supplier<Optional<T>> search) {
        Instant end = Instant.now().plus(patience);
        while (Instant.now().isBefore(end)) {
            Optional<T> found = search.get();
            if (found.isPresent()) {
                return found.get();
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new AssertionError("waited in vain for " + what);
    }
}
