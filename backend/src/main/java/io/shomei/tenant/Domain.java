package io.shomei.tenant;

import java.time.Instant;

/**
 * A DNS domain of a tenant.
 *
 * @param issuingDeadline until when the review of the domain permits issuing, inclusive
 * @param wildcardAllowed whether names such as {@code *.example.ac.jp} may be asked for
 */
public record Domain(String name, Instant issuingDeadline, boolean wildcardAllowed) {

    public boolean isPermittedAt(Instant now) {
        return !now.isAfter(issuingDeadline);
    }
}
