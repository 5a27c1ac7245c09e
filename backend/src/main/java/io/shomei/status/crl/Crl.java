package io.shomei.status.crl;

import io.shomei.certificate.CrlScope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A revocation list that was published.
 *
 * @param number grows with every list of its scope; a full list and a delta made together share it (RFC 5280 5.2.3)
 * @param baseNumber the full list whose changes a delta tells; null for a full list
 * @param partitioned whether it says of itself which part of the authority's certificates it is for
 * @param droppedBefore a full list leaves out what need not be listed at this moment any more
 * @param octets how long it is
 * @param upto the position up to which it tells of all revocations that do not wait
 */
public record Crl(
        CrlScope scope,
        Kind kind,
        long number,
        @Nullable Long baseNumber,
        boolean partitioned,
        Instant madeAt,
        Instant thisUpdate,
        Instant nextUpdate,
        Instant droppedBefore,
        long entries,
        long octets,
        long upto) {

    /** Everything that is revoked, or what changed since such a list. */
    public enum Kind {
        FULL,
        DELTA
    }
}
