package io.shomei.account.secret;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a secret of an account stands; never what it is.
 *
 * @param usable whether there is one that has not lapsed
 * @param changeRequired why it must be changed at its next use; null where it need not
 * @param expiresOn the first day, in the tenant's zone, on which a change is due; null where it does not grow old
 * @param warn whether that day has come and the policy only warns
 * @param lapsesAt when one that was handed out is good no more
 * @param failures in a row
 * @param lockedUntil null where it is not locked, or until somebody unlocks it
 */
public record SecretState(
        SecretKind kind,
        boolean usable,
        @Nullable Instant setAt,
        @Nullable ChangeReason changeRequired,
        @Nullable LocalDate expiresOn,
        boolean warn,
        @Nullable Instant lapsesAt,
        int failures,
        @Nullable Instant lastFailureAt,
        boolean locked,
        @Nullable Instant lockedUntil) {

    /** Why a change is due (SC-043): the first log-in, its age, or that it was handed out anew. */
    public enum ChangeReason {
        FIRST,
        RESET,
        EXPIRED
    }
}
