package io.shomei.certificate;

import io.shomei.profile.CertificateKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates are asked for; null members do not limit.
 *
 * @param domain one of the tenant's domains
 * @param text part of a name or address, or a whole serial number
 * @param byExpiry the soonest to expire first, instead of the newest first
 */
public record CertificateFilter(
        @Nullable CertificateKind kind,
        Certificate.@Nullable Status status,
        @Nullable String domain,
        @Nullable String text,
        @Nullable Instant issuedFrom,
        @Nullable Instant issuedTo,
        @Nullable Instant expiresFrom,
        @Nullable Instant expiresTo,
        boolean byExpiry) {

    public CertificateFilter {
        text = text == null || text.isBlank() ? null : text.strip();
    }
}
