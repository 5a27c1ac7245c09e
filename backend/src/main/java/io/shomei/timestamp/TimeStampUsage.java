package io.shomei.timestamp;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.shomei.kernel.TenantId;
import io.shomei.pki.TimeStampFailure;
import io.shomei.pki.TimeStampRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Counts time stamps by tenant, day and outcome. A copy of the platform counts in memory and adds its counts to the database
 * every few seconds: no time stamp waits for a row. What is stopped in good order loses nothing, because a stamp that is not
 * counted any more is not given out; a copy that is killed loses the counts of the last seconds.
 */
@ApplicationScoped
public class TimeStampUsage {
    private final UsageRepository repository;
    private final TimeStampConfig config;
    private final Map<UsageCount, Long> counts = new ConcurrentHashMap<>();
    /** Counting shares it; stopping takes it alone. */
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("timestamp-usage").factory());
    private boolean stopped;

    TimeStampUsage(UsageRepository repository, TimeStampConfig config) {
        this.repository = repository;
        this.config = config;
    }

    public void begin() {
        long pause = config.usageInterval().toMillis();
        timer.scheduleWithFixedDelay(this::tryFlush, pause, pause, TimeUnit.MILLISECONDS);
    }

    void end(@Observes ShutdownEvent stopping) {
        timer.shutdown();
        gate.writeLock().lock();
        try {
            stopped = true;
        } finally {
            gate.writeLock().unlock();
        }
        tryFlush();
    }

    /** Counts a time stamp before it is given out; refuses when nothing is counted any more. */
    void countGranted(TimeStampTerms terms, Instant now) throws TimeStampRefusal {
        if (!count(terms, now, Optional.empty())) {
            throw TimeStampFailure.SYSTEM_FAILURE.because("this copy of the service is being stopped; try again");
        }
    }

    void countRefused(TimeStampTerms terms, Instant now, TimeStampFailure failure) {
        count(terms, now, Optional.of(failure));
    }

    /** Adds to the database what was counted since the last time. */
    void flush() {
        Map<UsageCount, Long> taken = new HashMap<>();
        for (UsageCount key : counts.keySet()) {
            Long count = counts.remove(key);
            if (count != null) {
                taken.put(key, count);
            }
        }
        if (taken.isEmpty()) {
            return;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> repository.add(taken));
        } catch (RuntimeException failed) {
            taken.forEach((key, count) -> counts.merge(key, count, Long::sum));
            throw failed;
        }
    }

    @Transactional
    Usage of(TenantId tenant, LocalDate from, LocalDate to) {
        return new Usage(from, to, repository.days(tenant, from, to), List.of());
    }

    @Transactional
    Usage ofAll(LocalDate from, LocalDate to) {
        return new Usage(from, to, repository.daysOfAll(from, to), repository.tenants(from, to));
    }

    private boolean count(TimeStampTerms terms, Instant now, Optional<TimeStampFailure> failure) {
        UsageCount key = new UsageCount(terms.tenant(), LocalDate.ofInstant(now, terms.zone()), failure);
        gate.readLock().lock();
        try {
            if (stopped) {
                return false;
            }
            counts.merge(key, 1L, Long::sum);
            return true;
        } finally {
            gate.readLock().unlock();
        }
    }

    private void tryFlush() {
        try {
            flush();
        } catch (RuntimeException failed) {
            Log.warnf("the usage of time stamps is written down later: %s", failed.toString());
        }
    }
}
