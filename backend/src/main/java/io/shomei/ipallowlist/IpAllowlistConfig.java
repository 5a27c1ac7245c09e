package io.shomei.ipallowlist;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Lists of addresses that people may come from. */
@ConfigMapping(prefix = "ip-allowlist")
public interface IpAllowlistConfig {
    /** How long a list holds that would refuse whoever set it, until it is confirmed from an address it lets in. */
    @WithDefault("PT10M")
    Duration trialPeriod();
}
