package io.shomei.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How customers' systems are told what happens. */
@ConfigMapping(prefix = "webhook")
public interface WebhookConfig {
    /** How often it is looked for messages to send. */
    @WithDefault("PT1S")
    Duration interval();

    /** Time for one attempt, from the look-up of the name to the status of the answer. */
    @WithDefault("PT15S")
    Duration timeout();

    /** Pause before the second attempt; each further one waits twice as long. */
    @WithDefault("PT30S")
    Duration firstRetry();

    /** Attempts before a message is given up and its webhook paused. */
    @WithDefault("10")
    @Min(1)
    @Max(20)
    int maxAttempts();

    /** Webhooks that one tenant may have. */
    @WithDefault("20")
    @Min(1)
    int maxPerTenant();

    /** How long messages carry the signature of the previous secret as well, after a webhook was given another. */
    @WithDefault("PT24H")
    Duration secretOverlap();

    /** How long messages that ended can be looked at and sent again. */
    @WithDefault("P30D")
    Duration retention();

    /**
     * Address ranges (CIDR) of internal networks that messages may be sent to. All other private, loopback, link-local and reserved
     * addresses are refused, whatever name leads to them.
     */
    Optional<List<String>> allowedNetworks();

    /** PEM file of the roots that webhooks' certificates are verified with, in the place of Java's. */
    Optional<Path> trustedCertificates();
}
