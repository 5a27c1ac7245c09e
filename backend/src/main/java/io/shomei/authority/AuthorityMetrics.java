package io.shomei.authority;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** How long the certificates of authorities are valid still: nothing that is issued outlives them, so somebody has to act years before. */
@ApplicationScoped
class AuthorityMetrics {
    /** The alarm, by line: the newest generation counts. */
    private static final String SECONDS_LEFT = "authority_seconds_left";

    private final MultiGauge left;
    private final InstantSource clock;

    AuthorityMetrics(MeterRegistry metrics, InstantSource clock) {
        this.left = MultiGauge.builder(SECONDS_LEFT)
                .description("Time until the certificate of an authority in use ends")
                .register(metrics);
        this.clock = clock;
    }

    /** What there is now. Of those that were retired or compromised nobody has to be told when they end. */
    void know(List<Authority> all) {
        left.register(all.stream()
                .filter(each -> each.state() == Authority.State.ACTIVE || each.state() == Authority.State.EXTERNAL)
                .map(each -> MultiGauge.Row.of(
                        Tags.of("authority", each.name(), "line", each.line()), each, this::secondsLeft))
                .toList());
    }

    private double secondsLeft(Authority authority) {
        return Duration.between(clock.instant(), authority.certificate().notAfter())
                .toSeconds();
    }
}
