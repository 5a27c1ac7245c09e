package io.shomei.request;

import java.time.Instant;

/**
 * A domain whose names a tenant may apply for.
 *
 * @param issuingDeadline the last moment at which its names may be issued
 */
public record PermittedDomain(String name, Instant issuingDeadline, boolean wildcardAllowed) {

    boolean isOpenAt(Instant now) {
        return !now.isAfter(issuingDeadline);
    }
}
