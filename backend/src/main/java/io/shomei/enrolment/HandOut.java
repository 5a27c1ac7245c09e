package io.shomei.enrolment;

import io.shomei.kernel.AccountId;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right of whoever has a link and its secret to one certificate with its key, once.
 *
 * @param id what the link and the secret are derived from; another one with each link
 * @param failures wrong secrets since the last right one
 * @param collectedFrom the address it was fetched from
 */
record HandOut(
        TenantId tenant,
        CertificateId certificate,
        UUID id,
        Instant deadline,
        Instant createdAt,
        AccountId createdBy,
        String creator,
        int failures,
        EnrolmentLot.Collected collected,
        @Nullable String collectedFrom) {

    /**
     * @param kept whether the key is kept; it ends with the certificate
     */
    Enrolment.State stateAt(Instant now, boolean kept) {
        if (collected.at() != null) {
            return Enrolment.State.COLLECTED;
        }
        if (!kept) {
            return Enrolment.State.REVOKED;
        }
        return now.isAfter(deadline) ? Enrolment.State.LAPSED : Enrolment.State.WAITING;
    }
}
