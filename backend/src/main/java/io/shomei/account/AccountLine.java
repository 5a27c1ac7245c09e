package io.shomei.account;

import io.shomei.account.secret.SecretKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as lists and pages show it.
 *
 * @param version counts its changes
 * @param certificateUntil the end of its newest certificate that is neither revoked nor expired
 * @param certificateOutdated whether that certificate holds a name that the tenant has no more
 * @param locked kinds of its secrets that are locked now
 */
record AccountLine(
        Account account,
        String tenantNameJa,
        String tenantNameEn,
        int version,
        Instant createdAt,
        @Nullable Instant certificateUntil,
        boolean certificateOutdated,
        List<SecretKind> locked) {

    AccountLine {
        locked = List.copyOf(locked);
    }

    AccountLine at(Instant now, List<SecretKind> lockedNow) {
        Instant until = certificateUntil != null && now.isAfter(certificateUntil) ? null : certificateUntil;
        return new AccountLine(
                account, tenantNameJa, tenantNameEn, version, createdAt, until, certificateOutdated, lockedNow);
    }
}
