package io.shomei.certificate;

import io.shomei.profile.CertificateKind;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates are asked for; null members do not limit.
 *
 * @param domain one of the tenant's domains
 * @param text part of a name or address, or a whole serial number
 * @param names common names, one of which it has; empty where any will do
 * @param validOnly whether only those are asked for that are neither revoked nor expired
 * @param handedOut only those that were handed out by a link
 */
public record CertificateFilter(
        @Nullable CertificateKind kind,
        Certificate.@Nullable Status status,
        @Nullable String domain,
        @Nullable String text,
        Set<String> names,
        @Nullable Instant issuedFrom,
        @Nullable Instant issuedTo,
        @Nullable Instant expiresFrom,
        @Nullable Instant expiresTo,
        boolean validOnly,
        @Nullable HandedOut handedOut,
        Order order) {

    /** Whether what was handed out by a link was fetched. */
    public enum HandedOut {
        UNCOLLECTED,
        COLLECTED
    }

    /** What comes first. */
    public enum Order {
        NEWEST,
        OLDEST,
        SOONEST_TO_EXPIRE
    }

    public CertificateFilter {
        text = text == null || text.isBlank() ? null : text.strip();
        names = Set.copyOf(names);
    }

    boolean isByExpiry() {
        return order == Order.SOONEST_TO_EXPIRE;
    }
}
