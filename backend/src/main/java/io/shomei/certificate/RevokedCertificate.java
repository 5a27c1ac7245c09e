package io.shomei.certificate;

import io.shomei.pki.RevocationReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What revocation lists tell of a certificate.
 *
 * @param position grows in the order in which entries come and change, but for those that commit late
 * @param serial in hexadecimal
 * @param listedUntil the first full list made after this moment is the last one with the entry (RFC 5280 3.3)
 * @param revision grows with every change
 */
public record RevokedCertificate(
        long position,
        String serial,
        Instant revokedAt,
        RevocationReason reason,
        @Nullable Instant invalidityDate,
        Instant listedUntil,
        int revision) {

    /** Whether a list may have shown it differently. */
    public boolean hasChanged() {
        return revision > 1;
    }
}
