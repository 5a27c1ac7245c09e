package io.shomei.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** How many mails have not left, over all tenants: given up, or tried in vain and waiting for the next attempt. */
@Startup
@Singleton
class NoticeMetrics {
    /** All gauges of one reading share one look into the database. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final NoticeRepository notices;
    private final InstantSource clock;
    private volatile Read read = new Read(Map.of(), Instant.EPOCH);

    private record Read(Map<String, Long> counts, Instant at) {}

    NoticeMetrics(NoticeRepository notices, InstantSource clock, MeterRegistry metrics) {
        this.notices = notices;
        this.clock = clock;
        for (String state : new String[] {"failed", "delayed"}) {
            Gauge.builder("notification_undelivered_notices", () -> count(state))
                    .description("Mails that could not be sent so far")
                    .tag("state", state)
                    .register(metrics);
        }
    }

    private double count(String state) {
        Instant now = clock.instant();
        if (now.isBefore(read.at()) || !now.isBefore(read.at().plus(KEPT))) {
            read = new Read(QuarkusTransaction.requiringNew().call(notices::undelivered), now);
        }
        return read.counts().getOrDefault(state, 0L);
    }
}
