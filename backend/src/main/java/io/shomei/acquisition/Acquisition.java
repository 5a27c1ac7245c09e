package io.shomei.acquisition;

import io.shomei.kernel.AccountId;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt of an account to get one certificate.
 *
 * @param certificate the id that the certificate will have, so that there is at most one
 * @param renews what it takes the place of; null for one that takes nothing's place
 * @param receipt by which whoever began proves to be the same; null where nothing is to be repeated
 * @param deadline until when it can be collected
 * @param issuedAt null while it is being made, and where it never was
 * @param failed whether it ended because it could not be issued
 */
// Read from the database, compared nowhere.
@SuppressWarnings("ArrayRecordComponent")
record Acquisition(
        TenantId tenant,
        CertificateId certificate,
        AccountId account,
        Way way,
        String profile,
        @Nullable CertificateId renews,
        byte @Nullable [] receipt,
        Instant begunAt,
        String begunFrom,
        Instant deadline,
        @Nullable Instant issuedAt,
        @Nullable Instant endedAt,
        boolean failed) {

    /** How somebody comes to a certificate. */
    enum Way {
        /** By a log-in ID, a password and an acquisition password; the key is made here. */
        ACQUISITION_PASSWORD,
        /** By the present certificate and the log-in password; the key is made here, in the same request. */
        ONE_REQUEST,
        /** From a session; the browser makes the key. */
        BROWSER
    }

    boolean isUnderWay() {
        return issuedAt == null && endedAt == null;
    }
}
