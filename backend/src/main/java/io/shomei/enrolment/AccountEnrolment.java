package io.shomei.enrolment;

import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_LAPSED;
import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_REVOKED;
import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_USED;

import io.shomei.kernel.AccountId;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A one-time right to collect a log-in certificate, which is issued when it is collected.
 *
 * @param certificate the id that the certificate will have, so that there is at most one
 * @param pinHash null until the letter with the access PIN was made
 * @param endedAt when a newer invitation took its place, or somebody ended it
 */
record AccountEnrolment(
        TenantId tenant,
        AccountId account,
        CertificateId certificate,
        String profile,
        Instant deadline,
        @Nullable String pinHash,
        @Nullable Instant collectedAt,
        @Nullable Instant endedAt) {

    Enrolment.State stateAt(Instant now) {
        if (collectedAt != null) {
            return Enrolment.State.COLLECTED;
        }
        if (endedAt != null) {
            return Enrolment.State.REVOKED;
        }
        return now.isAfter(deadline) ? Enrolment.State.LAPSED : Enrolment.State.WAITING;
    }

    void requireWaiting(Instant now) {
        switch (stateAt(now)) {
            case WAITING -> {}
            case COLLECTED -> throw ENROLMENT_USED.because("%s", String.valueOf(collectedAt));
            case LAPSED -> throw ENROLMENT_LAPSED.because("%s", deadline);
            case REVOKED -> throw ENROLMENT_REVOKED.because("");
        }
    }

    /** The hash is not for logs. */
    @Override
    public String toString() {
        return "enrolment of account " + account;
    }
}
