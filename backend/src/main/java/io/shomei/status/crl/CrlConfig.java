package io.shomei.status.crl;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** When revocation lists are made. */
@ConfigMapping(prefix = "crl")
public interface CrlConfig {
    /** How long a full list may be used: nextUpdate after thisUpdate. At most ten days (BR 4.9.7). */
    @WithDefault("P7D")
    Duration lifetime();

    /** A full list is made anew when it is this old, whether or not anything was revoked. */
    @WithDefault("PT12H")
    Duration renewal();

    /**
     * Where the full list has more entries, a revocation is told of by a delta (RFC 5280 5.2.4) at once and by the full list
     * later. A delta that would itself have more entries makes way for a full list.
     */
    @WithDefault("10000")
    @Min(1)
    int deltaAbove();

    /** How long a delta may be used; longer than the time after which full lists are made anew, and a delta with them. */
    @WithDefault("P1D")
    Duration deltaLifetime();

    /** Where deltas are made, a revocation is on a full list after this time: many relying parties read no deltas. */
    @WithDefault("PT10M")
    Duration catchUp();

    /**
     * Where many are revoked at the same time, lists are made this far apart and no revocation waits for one. Who revokes alone has
     * a list at once.
     */
    @WithDefault("PT1S")
    Duration crowdPause();
}
