package io.shomei.session;

import io.shomei.account.secret.SecretState.ChangeReason;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as it is stored, with what the register says of its certificate now.
 *
 * @param method what was proven, or is being proven, to open it
 * @param changeReason why the password has to be changed before the session can be used
 * @param ended what ended it, when it has ended
 */
record SessionRow(
        UUID id,
        TenantId tenant,
        AccountId account,
        @Nullable CertificateId certificate,
        List<Policy.Proof> method,
        SessionState state,
        @Nullable ChangeReason changeReason,
        Instant openedAt,
        Instant lastSeenAt,
        String address,
        @Nullable SessionEnd ended,
        boolean certificateRevoked,
        @Nullable Instant certificateNotAfter) {

    SessionRow {
        method = List.copyOf(method);
    }

    SessionRow in(SessionState other) {
        return new SessionRow(
                id,
                tenant,
                account,
                certificate,
                method,
                other,
                changeReason,
                openedAt,
                lastSeenAt,
                address,
                ended,
                certificateRevoked,
                certificateNotAfter);
    }

    /** When it is over unless it is seen before. */
    Instant idleAt(Duration idleTimeout) {
        Instant idle = lastSeenAt.plus(idleTimeout);
        return idle.isBefore(longest()) ? idle : longest();
    }

    /**
     * What has ended it by now, written down or not.
     *
     * @param active whether its account may be used
     * @return null while it goes on
     */
    @Nullable
    SessionEnd endAt(Instant now, boolean active, Duration idleTimeout) {
        if (ended != null) {
            return ended;
        }
        if (certificateRevoked) {
            return SessionEnd.SESSION_END_BY_REVOCATION;
        }
        if (!active) {
            return SessionEnd.SESSION_REFUSE;
        }
        if (isCertificateOver(now) || !now.isBefore(longest())) {
            return SessionEnd.SESSION_EXPIRE;
        }
        return now.isBefore(lastSeenAt.plus(idleTimeout)) ? null : SessionEnd.SESSION_TIMEOUT;
    }

    private Instant longest() {
        return openedAt.plus(SessionTokens.LONGEST);
    }

    /** RFC 5280 4.1.2.5: notAfter is inclusive, to the end of its second. */
    private boolean isCertificateOver(Instant now) {
        return certificateNotAfter != null && !now.isBefore(certificateNotAfter.plusSeconds(1));
    }
}
