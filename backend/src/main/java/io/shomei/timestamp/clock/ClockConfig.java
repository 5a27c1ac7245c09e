package io.shomei.timestamp.clock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the clock is watched that time stamps are made with. */
@ConfigMapping(prefix = "clock")
public interface ClockConfig {
    /** How far the clock may be off. No tenant's policy can promise a better accuracy than this. */
    @WithDefault("PT1S")
    Duration tolerance();

    /**
     * NTP servers, as host or host:port, separated by commas. More than half of them must confirm the clock; without any, time
     * stamps rely on whoever keeps the machine's clock.
     */
    Optional<List<String>> ntpServers();

    /**
     * Whether the kernel must say that its clock is synchronised, as it does while chrony (with rtcsync), ntpd or
     * systemd-timesyncd is at work.
     */
    @WithDefault("false")
    boolean kernelSynchronised();

    /** How often the database, the NTP servers and the kernel are asked. */
    @WithDefault("PT1M")
    Duration interval();

    /** How long the word of an NTP server or of the kernel counts when they cannot be asked again. */
    @WithDefault("PT5M")
    Duration maxAge();

    /** How long the clock must run evenly after it jumped before it is trusted again. */
    @WithDefault("PT30S")
    Duration settling();
}
