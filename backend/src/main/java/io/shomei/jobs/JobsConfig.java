package io.shomei.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** Background work. */
@ConfigMapping(prefix = "jobs")
public interface JobsConfig {
    /** Jobs carried out at the same time by this copy. */
    @WithDefault("4")
    @Min(1)
    int threads();

    /** How often this copy looks for work. */
    @WithDefault("PT0.5S")
    Duration pollingInterval();

    /** A copy that gave no sign of life for four times this long is taken for dead and its work is taken over. */
    @WithDefault("PT5S")
    Duration heartbeat();

    /** Name of this copy, the same after a restart; the host name with the portal's port when it is not given. */
    Optional<String> node();
}
