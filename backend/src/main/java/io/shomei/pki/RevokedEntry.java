package io.shomei.pki;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a revocation list says of one certificate (RFC 5280 5.3). */
public record RevokedEntry(
        SerialNumber serial,
        Instant revokedAt,
        @Nullable RevocationReason reason,
        @Nullable Instant invalidityDate) {}
