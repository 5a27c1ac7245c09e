package io.shomei.status.crl;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When revocation lists are made. */
@ConfigMapping(prefix = "crl")
public interface CrlConfig {
    /** How long a list may be used: nextUpdate after thisUpdate. */
    @WithDefault("P7D")
    Duration lifetime();

    /** A list is made anew when it is this old, whether or not anything was revoked. */
    @WithDefault("PT12H")
    Duration renewal();
}
