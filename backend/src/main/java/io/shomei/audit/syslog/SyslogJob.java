package io.shomei.audit.syslog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.AuditLog;
import io.shomei.audit.SealedEvent;
import io.shomei.audit.seal.Sealing;
import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends what was sealed, once and in order; what a broken connection leaves in doubt is sent again. How many events wait is in {@value
 * #BEHIND}.
 */
@ApplicationScoped
class SyslogJob implements RecurringJob {
    static final String BEHIND = "audit_syslog_behind";

    private static final int AT_ONCE = 500;

    private final AuditLog log;
    private final SyslogRepository repository;
    private final Sealing sealing;
    private final SyslogConfig config;
    private final Optional<SyslogServer> server;
    private final AtomicLong behind = new AtomicLong();
    private boolean failing;

    SyslogJob(AuditLog log, SyslogRepository repository, Sealing sealing, SyslogConfig config, MeterRegistry metrics) {
        this.log = log;
        this.repository = repository;
        this.sealing = sealing;
        this.config = config;
        this.server = config.server().map(each -> new SyslogServer(each, config.authorities()));
        if (server.isPresent()) {
            Gauge.builder(BEHIND, behind, AtomicLong::get)
                    .description("Sealed events that the syslog server did not get yet")
                    .register(metrics);
        }
    }

    @Override
    public String name() {
        return "audit-syslog";
    }

    @Override
    public Duration pause() {
        return config.interval();
    }

    @Override
    public void run() {
        server.ifPresent(this::sendAll);
    }

    private synchronized void sendAll(SyslogServer to) {
        try {
            while (send(to) == AT_ONCE) {
                // There is more.
            }
            failing = false;
        } catch (SyslogException broken) {
            if (!failing) {
                // One line for an outage, however long it is.
                Log.errorf("the history is sent later: %s", broken.getMessage());
                failing = true;
            }
        }
    }

    private int send(SyslogServer to) {
        return QuarkusTransaction.requiringNew().call(() -> {
            long sent = repository.lockSent();
            long leaves = log.leafCount();
            behind.set(leaves - sent);
            // Leaves that have come since they were counted are the next round's.
            int most = (int) Math.min(AT_ONCE, leaves - sent);
            List<SealedEvent> events = log.leavesFrom(sent, most);
            long next = sent + most;
            if (!events.isEmpty()) {
                deliver(to, events);
            }
            if (next > sent) {
                repository.sent(next);
            }
            behind.set(leaves - next);
            return most;
        });
    }

    private void deliver(SyslogServer to, List<SealedEvent> events) {
        String host = URI.create(sealing.origin()).getHost();
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        events.forEach(event -> frames.writeBytes(SyslogMessage.frame(event, host)));
        try {
            to.send(frames.toByteArray());
        } catch (IOException broken) {
            throw new SyslogException(broken);
        }
    }

    private static final class SyslogException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SyslogException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
