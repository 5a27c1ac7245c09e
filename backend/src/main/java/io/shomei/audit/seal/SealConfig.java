package io.shomei.audit.seal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Sealing of the history. */
@ConfigMapping(prefix = "audit.seal")
interface SealConfig {
    /** How often what has happened is sealed. */
    @WithDefault("PT1M")
    Duration interval();
}
