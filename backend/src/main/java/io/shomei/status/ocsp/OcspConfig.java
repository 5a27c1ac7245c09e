package io.shomei.status.ocsp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** What the OCSP responder says and keeps. */
@ConfigMapping(prefix = "ocsp")
public interface OcspConfig {
    /** How long an answer may be relied upon: nextUpdate after thisUpdate; eight hours to ten days (BR 4.9.10). */
    @WithDefault("PT24H")
    @DurationMin(hours = 8)
    @DurationMax(days = 10)
    Duration lifetime();

    /** How long a cache between us and relying parties may give away an answer to a GET without asking again: for so long a revocation may go unseen there. */
    @WithDefault("PT5M")
    @DurationMin(seconds = 0)
    @DurationMax(hours = 8)
    Duration maxAge();

    /** How many signed answers each copy keeps for the next who asks, some 2 KiB each; 0 to sign every one anew. */
    @WithDefault("20000")
    @Min(0)
    int keptAnswers();
}
