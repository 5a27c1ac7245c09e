package io.shomei.status.crl;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.certificate.CrlScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How long the lists may still be used, and how often making one failed: as this copy of the platform sees it. */
@ApplicationScoped
class CrlMetrics {
    /** All gauges of one reading share one look into the database. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final CrlRepository repository;
    private final MeterRegistry metrics;
    private final InstantSource clock;
    private final Map<CrlScope, Instant> ends = new ConcurrentHashMap<>();
    private final Map<CrlScope, Gauge> gauges = new ConcurrentHashMap<>();
    private volatile Instant readAt = Instant.EPOCH;

    CrlMetrics(CrlRepository repository, MeterRegistry metrics, InstantSource clock) {
        this.repository = repository;
        this.metrics = metrics;
        this.clock = clock;
    }

    void failed(CrlScope scope) {
        Counter.builder("crl_publication_failures")
                .description("Revocation lists that could not be made")
                .tag("authority", scope.authority())
                .tag("shard", String.valueOf(scope.shard()))
                .register(metrics)
                .increment();
    }

    /** Shows every list there is; to be called now and then, because there may be new ones. */
    void look() {
        readAt = clock.instant();
        QuarkusTransaction.requiringNew().call(repository::newestOfAll).stream()
                .filter(crl -> crl.kind() == Crl.Kind.FULL)
                .forEach(crl -> {
                    ends.put(crl.scope(), crl.nextUpdate());
                    gauges.computeIfAbsent(crl.scope(), this::gauge);
                });
    }

    private Gauge gauge(CrlScope scope) {
        return Gauge.builder("crl_seconds_left", () -> secondsLeft(scope))
                .description("Time until nextUpdate of the newest full list")
                .tag("authority", scope.authority())
                .tag("shard", String.valueOf(scope.shard()))
                .register(metrics);
    }

    private double secondsLeft(CrlScope scope) {
        Instant now = clock.instant();
        if (now.isAfter(readAt.plus(KEPT)) || now.isBefore(readAt)) {
            look();
        }
        return Duration.between(now, ends.getOrDefault(scope, now)).toSeconds();
    }
}
