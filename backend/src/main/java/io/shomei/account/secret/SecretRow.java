package io.shomei.account.secret;

import io.shomei.account.secret.SecretState.ChangeReason;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Password;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A secret of an account as it is kept.
 *
 * @param hash of one that is memorized
 * @param sealed what one-time passwords are computed from, encrypted
 * @param former hashes of earlier values, the newest first
 * @param temporary whether somebody else handed it out
 * @param chosenAt when the person last chose one, or took one into use that nobody asked them to change
 * @param usedStep the last step of time whose one-time password was taken
 * @param challenge positions of a grid card that are asked for
 */
record SecretRow(
        SecretKind kind,
        @Nullable String hash,
        byte @Nullable [] sealed,
        List<String> former,
        boolean temporary,
        @Nullable Instant setAt,
        @Nullable Instant chosenAt,
        @Nullable Instant lapsesAt,
        int failures,
        int locks,
        @Nullable Instant lastFailureAt,
        @Nullable Long usedStep,
        @Nullable String challenge,
        int version) {

    SecretRow {
        former = List.copyOf(former);
    }

    /** What takes the place of another; its counter begins anew. */
    static SecretRow of(
            SecretKind kind,
            @Nullable String hash,
            byte @Nullable [] sealed,
            List<String> former,
            boolean temporary,
            @Nullable Instant setAt,
            @Nullable Instant chosenAt) {
        return new SecretRow(kind, hash, sealed, former, temporary, setAt, chosenAt, null, 0, 0, null, null, null, 0);
    }

    SecretRow lapsing(@Nullable Instant at) {
        return new SecretRow(
                kind, hash, sealed, former, temporary, setAt, chosenAt, at, 0, 0, null, null, null, version);
    }

    SecretRow withoutFailures() {
        return new SecretRow(
                kind, hash, sealed, former, temporary, setAt, chosenAt, lapsesAt, 0, 0, null, usedStep, null, version);
    }

    /** Since when the person has one of their own: chosen, or handed out where nobody was asked to change it. */
    @Nullable
    Instant ownSince(Password policy) {
        return chosenAt != null || policy.firstLoginChange() ? chosenAt : setAt;
    }

    boolean isThere() {
        return hash != null || sealed != null;
    }

    boolean isUsableAt(Instant now) {
        return isThere() && (lapsesAt == null || now.isBefore(lapsesAt));
    }

    Optional<Check.Locked> lockAt(Policy policy, Instant now) {
        return LockOuts.now(policy.lockout(), failures, locks, lastFailureAt, now);
    }

    /** The hashes that a new value must not match: the present one and as many before as the policy remembers (GX-01). */
    List<String> remembered(Password policy) {
        List<String> all = new ArrayList<>(former.subList(0, Math.min(policy.history(), former.size())));
        if (hash != null) {
            all.addFirst(hash);
        }
        return all;
    }

    SecretState stateAt(Policy policy, ZoneId zone, Instant now) {
        Optional<Check.Locked> lock = lockAt(policy, now);
        LocalDate expiresOn = expiresOn(policy.password(), zone);
        boolean expired = expiresOn != null && !now.atZone(zone).toLocalDate().isBefore(expiresOn);
        boolean usable = isUsableAt(now);
        return new SecretState(
                kind,
                usable,
                setAt,
                usable ? changeRequired(policy.password(), expired) : null,
                expiresOn,
                expired && policy.password().onExpiry() == Password.OnExpiry.WARN,
                lapsesAt,
                failures,
                failures == 0 ? null : lastFailureAt,
                lock.isPresent(),
                lock.map(Check.Locked::until).orElse(null));
    }

    /** Set on day D, due from day D + n on, in calendar days of the tenant's zone (SC-044). */
    private @Nullable LocalDate expiresOn(Password policy, ZoneId zone) {
        Integer days = policy.maxAgeDays();
        return days == null || setAt == null || !kind.expires()
                ? null
                : setAt.atZone(zone).toLocalDate().plusDays(days);
    }

    private @Nullable ChangeReason changeRequired(Password policy, boolean expired) {
        if (!kind.expires()) {
            return null;
        }
        if (temporary && chosenAt == null && policy.firstLoginChange()) {
            return ChangeReason.FIRST;
        }
        if (temporary && chosenAt != null && policy.changeAfterReset()) {
            return ChangeReason.RESET;
        }
        return expired && policy.onExpiry() == Password.OnExpiry.FORCE ? ChangeReason.EXPIRED : null;
    }

    /** Neither the hashes nor what is sealed are for logs. */
    @Override
    public String toString() {
        return kind + " •••";
    }
}
