package io.shomei.audit.syslog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A syslog server that gets the history. */
@ConfigMapping(prefix = "audit.syslog")
public interface SyslogConfig {
    /** Host and port of the server, such as {@code logs.example.jp:6514}; TLS always (RFC 5425). Without it nothing is sent. */
    Optional<String> server();

    /** Certificates in PEM of the authorities that the server's is believed from; without it those of the Java platform. */
    Optional<Path> authorities();

    /** How often what was sealed meanwhile is sent. */
    @WithDefault("PT5S")
    Duration interval();
}
