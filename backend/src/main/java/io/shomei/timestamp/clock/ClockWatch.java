package io.shomei.timestamp.clock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at this copy's clock again and again, and says so when it is no longer trusted, or trusted again. */
@ApplicationScoped
public class ClockWatch {
    /** A jump is seen this soon even when nobody asks for a time stamp. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Duration REMEMBER = Duration.ofSeconds(5);

    private final TrustedClock clock;
    private final ClockConfig config;
    private final AuditLog audit;
    private final MeterRegistry metrics;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("clock-", 0).factory());
    private boolean trusted = true;

    ClockWatch(TrustedClock clock, ClockConfig config, AuditLog audit, MeterRegistry metrics) {
        this.clock = clock;
        this.config = config;
        this.audit = audit;
        this.metrics = metrics;
    }

    /** Asks the references for the first time, and goes on watching. */
    public void begin() {
        Gauge.builder("timestamp_clock_trusted", clock, each -> each.objection().isEmpty() ? 1 : 0)
                .description("1 while time stamps can be made")
                .register(metrics);
        clock.references()
                .forEach(reference -> Gauge.builder(
                                "timestamp_clock_ahead_seconds", clock, each -> ahead(each, reference.name()))
                        .description("How far our clock is ahead of a reference")
                        .tag("reference", reference.name())
                        .register(metrics));
        clock.remember();
        clock.ask();
        every(LOOK, this::look);
        every(REMEMBER, clock::remember);
        every(config.interval(), this::measure);
    }

    void end(@Observes ShutdownEvent stopping) {
        timer.shutdown();
    }

    private void measure() {
        clock.ask();
        clock.anchor();
    }

    private void look() {
        Optional<String> objection = clock.objection();
        if (!clock.isCompared()) {
            clock.ask();
        }
        if (objection.isEmpty() != trusted) {
            trusted = objection.isEmpty();
            tell(objection);
        }
    }

    private void tell(Optional<String> objection) {
        if (objection.isPresent()) {
            Log.warnf("no time stamps are made: %s", objection.get());
            audit.appendNow(AuditEntry.done(TenantId.PLATFORM, AuditOperation.TIMESTAMP_SUSPEND, Actor.PLATFORM)
                    .with(Map.of("reason", objection.get())));
        } else {
            Log.info("time stamps are made again");
            audit.appendNow(AuditEntry.done(TenantId.PLATFORM, AuditOperation.TIMESTAMP_RESUME, Actor.PLATFORM));
        }
    }

    private void every(Duration pause, Runnable work) {
        timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException failed) {
                        // The next time is near; what is not confirmed meanwhile counts against the clock by itself.
                        Log.warnf("the clock could not be examined: %s", failed.toString());
                    }
                },
                pause.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static double ahead(TrustedClock clock, String reference) {
        for (Verdict.Opinion opinion : clock.verdict().opinions()) {
            Offset offset = opinion.offset();
            if (opinion.reference().equals(reference) && offset != null) {
                return offset.ahead().toNanos() / 1e9;
            }
        }
        return Double.NaN;
    }
}
