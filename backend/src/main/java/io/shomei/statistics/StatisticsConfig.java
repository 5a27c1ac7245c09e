package io.shomei.statistics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Statistics. */
@ConfigMapping(prefix = "statistics")
interface StatisticsConfig {
    /** How often changes are added up; statistics are right at any time, and read a little faster afterwards. */
    @WithDefault("PT10S")
    Duration interval();
}
