package io.shomei.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How often somebody may ask. Each copy of the platform counts for itself. */
@ConfigMapping(prefix = "rate-limit")
public interface RateLimitConfig {
    /** Refused log-ins, collections and reports that one address (IPv4), or one /64 network (IPv6), may have in a minute. */
    @WithDefault("60")
    @Min(1)
    int refusalsPerMinute();

    /** Those that it may have at once, after a while without any; also how many attempts may be under way together. */
    @WithDefault("600")
    @Min(1)
    int refusalsAtOnce();

    /** Requests without a session that one address (IPv4), or one /64 network (IPv6), may make in a minute, and at once; whole institutions share one. */
    @WithDefault("6000")
    @Min(1)
    int anonymousPerMinute();

    /** Requests that an account or an API token may make in a minute, and at once: more than a script for thousands of servers sends. */
    @WithDefault("12000")
    @Min(1)
    int requestsPerMinute();
}
