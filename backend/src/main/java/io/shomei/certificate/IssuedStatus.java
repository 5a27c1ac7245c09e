package io.shomei.certificate;

import io.shomei.pki.RevocationReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a relying party may know of a certificate that was issued.
 *
 * @param revokedAt null as long as it is not revoked; the reason comes with it
 */
public record IssuedStatus(
        Instant notAfter,
        @Nullable Instant revokedAt,
        @Nullable RevocationReason reason) {}
