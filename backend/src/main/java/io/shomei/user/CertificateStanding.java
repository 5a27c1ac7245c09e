package io.shomei.user;

import io.shomei.account.Account;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a user stands with certificates, in one sign of a list (HK-042, HK-044). */
enum CertificateStanding {
    NONE,
    ENTITLED,
    VALID,
    ENDED;

    /**
     * @param asked whether an administrator decides who may acquire one
     * @param lapsesAt until when one may be acquired, inclusive; null where that does not lapse
     * @param until the end of the newest one that is not revoked
     * @param lastIssued when the newest one was issued, whatever became of it
     */
    static CertificateStanding of(
            Account.Marks marks,
            boolean asked,
            @Nullable Instant lapsesAt,
            @Nullable Instant until,
            @Nullable Instant lastIssued,
            Instant now) {
        if (until != null && !now.isAfter(until)) {
            return VALID;
        }
        if (asked && marks.awaitsCertificate(lastIssued) && (lapsesAt == null || !now.isAfter(lapsesAt))) {
            return ENTITLED;
        }
        return lastIssued == null ? NONE : ENDED;
    }
}
