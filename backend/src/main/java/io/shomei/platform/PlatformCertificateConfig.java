package io.shomei.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The platform's own certificates. */
@ConfigMapping(prefix = "platform-certificate")
interface PlatformCertificateConfig {
    /** How often they are looked at, and renewed where it is time. */
    @WithDefault("PT1M")
    Duration interval();
}
