package io.shomei.account.secret;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a value that was typed compares. All of them take the same time. */
public sealed interface Check {

    /** It is the one; failures in a row are forgotten. */
    record Right(SecretState state) implements Check {}

    /** It is not. */
    record Wrong() implements Check {}

    /**
     * It was not even looked at, or was the failure that locks.
     *
     * @param until null where somebody must unlock it
     */
    record Locked(@Nullable Instant until) implements Check {}

    /** The account has none of this kind, or it has lapsed. */
    record Unset() implements Check {}
}
