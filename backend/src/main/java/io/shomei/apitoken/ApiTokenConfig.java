package io.shomei.apitoken;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Tokens for scripts. */
@ConfigMapping(prefix = "api-token")
public interface ApiTokenConfig {
    /** Days that a token may be valid, at most. */
    @WithDefault("365")
    @Min(1)
    @Max(366)
    int mostDays();

    /** Tokens that an account may have at a time. */
    @WithDefault("20")
    @Min(1)
    @Max(100)
    int mostTokens();

    /** How long before its end the account of a token is told by mail. */
    @WithDefault("P14D")
    Duration warning();
}
