package io.shomei.certificate;

import io.shomei.pki.RevocationReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What revocation lists tell of a certificate.
 *
 * @param serial in hexadecimal
 * @param listedUntil the first full list made after this moment is the last one with the entry (RFC 5280 3.3)
 * @param revision grows with every change
 * @param firstListedIn number of the first list with an entry for the certificate; null where there was none yet
 */
public record RevokedCertificate(
        String serial,
        Instant revokedAt,
        RevocationReason reason,
        @Nullable Instant invalidityDate,
        Instant listedUntil,
        int revision,
        @Nullable Long firstListedIn) {}
