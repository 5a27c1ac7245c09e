package io.shomei.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The entrances and who may stand before them. */
@ConfigMapping(prefix = "web")
public interface WebConfig {
    /** TCP port of the portal entrance, which never asks for a client certificate; 0 for any. */
    @WithDefault("8443")
    @Min(0)
    @Max(65535)
    int portalPort();

    /** TCP port of the cert entrance, which asks for a client certificate; 0 for any. */
    @WithDefault("9443")
    @Min(0)
    @Max(65535)
    int certPort();

    /** Host name in the addresses of the entrances, and in the platform's own TLS certificate. */
    @WithDefault("localhost")
    String host();

    /** Public address of the portal entrance, when it is not the host name with the port. */
    Optional<String> portalUrl();

    /** Public address of the cert entrance, when it is not the host name with the port. */
    Optional<String> certUrl();

    /** Public address of the plain HTTP entrance, which certificates name for CRLs and CA certificates. */
    Optional<String> httpUrl();

    /** Addresses (CIDR) of reverse proxies whose Client-Cert and X-Forwarded-For headers are believed; nobody else's are. */
    Optional<List<String>> trustedProxies();

    /** Addresses (CIDR) that may read the metrics. */
    @WithDefault("127.0.0.0/8,::1/128")
    List<String> metricsReaders();

    /** How long the answer to an Idempotency-Key is kept. */
    @WithDefault("PT24H")
    Duration idempotencyLifetime();
}
