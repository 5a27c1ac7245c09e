package io.shomei.enrolment;

import io.shomei.kernel.AccountId;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A one-time right to collect a log-in certificate, which is issued when it is collected.
 *
 * @param certificate the id that the certificate will have, so that there is at most one
 * @param renews what it takes the place of; null for one that takes nothing's place
 * @param pinHash null until the letter with the access PIN was made
 * @param endedAt when a newer invitation took its place, or somebody ended it
 */
record AccountEnrolment(
        TenantId tenant,
        AccountId account,
        CertificateId certificate,
        String profile,
        @Nullable CertificateId renews,
        Instant deadline,
        @Nullable String pinHash,
        @Nullable Instant collectedAt,
        @Nullable Instant endedAt) {

    /**
     * @param active whether its account may be used; where not, there is nothing to log in to
     */
    Enrolment.State stateAt(Instant now, boolean active) {
        if (collectedAt != null) {
            return Enrolment.State.COLLECTED;
        }
        if (endedAt != null) {
            return Enrolment.State.REVOKED;
        }
        if (now.isAfter(deadline)) {
            return Enrolment.State.LAPSED;
        }
        return active ? Enrolment.State.WAITING : Enrolment.State.REVOKED;
    }

    /** The hash is not for logs. */
    @Override
    public String toString() {
        return "enrolment of account " + account;
    }
}
