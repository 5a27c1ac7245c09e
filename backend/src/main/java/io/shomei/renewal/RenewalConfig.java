package io.shomei.renewal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;
import java.util.List;

/** Notices of what expires. */
@ConfigMapping(prefix = "renewal")
public interface RenewalConfig {
    /** How often it is looked for notices that are due. */
    @WithDefault("PT1H")
    Duration interval();

    /** How long before a domain's issuing deadline the officers are told. */
    @WithDefault("P90D,P30D,P10D")
    List<Period> domainNotices();
}
