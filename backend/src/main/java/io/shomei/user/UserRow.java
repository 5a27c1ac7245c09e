package io.shomei.user;

import io.shomei.account.Account;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user as the register has it.
 *
 * @param version counts its changes
 * @param certificateUntil the end of the newest certificate that is not revoked
 * @param lastIssued when the newest certificate was issued, whatever became of it
 */
record UserRow(
        Account account,
        int version,
        Instant createdAt,
        @Nullable Instant certificateUntil,
        @Nullable Instant lastIssued) {}
