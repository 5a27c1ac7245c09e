package io.shomei.revocation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Many revocations at once, and keys that are said to be compromised. */
@ConfigMapping(prefix = "revocation")
public interface RevocationConfig {
    /** Certificates that a list of names may hold. */
    @WithDefault("10000")
    @Min(1)
    @Max(100000)
    int mostNames();

    /** How long a bulk revocation that was looked at can be confirmed. */
    @WithDefault("PT24H")
    Duration previewLifetime();

    /** How long a key that is said to be compromised can be proven to be, and its certificates be revoked. */
    @WithDefault("P7D")
    Duration caseLifetime();

    /** How often it is looked for private keys whose time is over. */
    @WithDefault("PT1M")
    Duration lapsedKeysInterval();

    /** Keys that one address (IPv4), or one network of a site (IPv6), may report in an hour without an account. */
    @WithDefault("10")
    @Min(1)
    int reportsPerHour();
}
