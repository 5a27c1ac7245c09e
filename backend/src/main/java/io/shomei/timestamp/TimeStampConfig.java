package io.shomei.timestamp;

import io.shomei.pki.KeySpec;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** The time-stamping authority. */
@ConfigMapping(prefix = "timestamp")
public interface TimeStampConfig {
    /** Kind of the key that signs time stamps; its next certificate has it. */
    @WithDefault("RSA_2048")
    KeySpec key();

    /** Subject of its certificate. */
    @WithDefault("CN=Shomei Time Stamping,O=Shomei,C=JP")
    String subject();

    /** Digits behind the second in the time of a stamp. */
    @WithDefault("3")
    @Min(0)
    @Max(6)
    int fractionDigits();

    /** Requests that may wait while others are signed; who comes then is told to try again. */
    @WithDefault("1000")
    @Min(1)
    int maxWaiting();

    /** How often each copy adds what it counted to the statistics. */
    @WithDefault("PT5S")
    Duration usageInterval();
}
