package io.shomei.timestamp.clock;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.pki.TimeStampFailure;
import io.shomei.pki.TimeStampRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Gives the time for time stamps, and only while it can be trusted: the clock runs evenly, it is not behind the latest time
 * stamp of any copy of the platform, the database does not contradict it, and the references that are configured confirm it.
 */
@ApplicationScoped
public class TrustedClock {
    private final Steadiness steadiness;
    private final References references;
    private final ClockRepository repository;
    private final Duration tolerance;
    /** How often the clock had jumped when the references were asked last; -1 before they were. */
    private volatile int comparedAfterJumps = -1;

    private final AtomicReference<Instant> last = new AtomicReference<>(Instant.MIN);

    @Inject
    TrustedClock(ClockConfig config, ClockRepository repository, InstantSource clock, SecureRandom random) {
        this(config, repository, clock, System::nanoTime, references(config, repository, clock, random));
    }

    TrustedClock(
            ClockConfig config,
            ClockRepository repository,
            InstantSource clock,
            LongSupplier counter,
            List<TimeReference> references) {
        this.tolerance = config.tolerance();
        this.repository = repository;
        this.steadiness = new Steadiness(clock, counter, tolerance, config.settling());
        this.references = new References(references, counter, tolerance, config.maxAge());
    }

    /**
     * The time for a time stamp that is made now.
     *
     * @param accuracy what the time stamp promises
     * @throws TimeStampRefusal with {@code timeNotAvailable}, saying why
     */
    public Instant instant(Duration accuracy) throws TimeStampRefusal {
        if (accuracy.compareTo(tolerance) < 0) {
            throw TimeStampFailure.TIME_NOT_AVAILABLE.because(
                    "the clock is watched to %s, not to the %s of the policy", tolerance, accuracy);
        }
        Steadiness.Reading reading = steadiness.read();
        Optional<String> objection = objection(reading);
        if (objection.isPresent()) {
            throw TimeStampFailure.TIME_NOT_AVAILABLE.because("%s", objection.get());
        }
        last.accumulateAndGet(reading.time(), TrustedClock::later);
        return reading.time();
    }

    /** How far the clock may be off before it is not trusted. */
    public Duration tolerance() {
        return tolerance;
    }

    /** Why the clock is not trusted; empty while it is. */
    Optional<String> objection() {
        return objection(steadiness.read());
    }

    Verdict verdict() {
        return references.verdict();
    }

    /** Whether the references were asked since the clock jumped last. */
    boolean isCompared() {
        return comparedAfterJumps == steadiness.jumps();
    }

    List<TimeReference> references() {
        return references.all();
    }

    /** Has the references measure anew. After a jump, what was measured before is void. */
    void ask() {
        int jumps = steadiness.jumps();
        if (jumps != comparedAfterJumps) {
            references.forget();
        }
        references.ask();
        // A jump meanwhile leaves the two different, and so the clock not trusted until the next time.
        comparedAfterJumps = jumps;
    }

    void anchor() {
        steadiness.anchor();
    }

    /** Tells the other copies of the latest time stamp, and hears of theirs. */
    void remember() {
        Instant latest = last.get();
        Instant ofAll = QuarkusTransaction.requiringNew()
                .call(() -> repository.remember(latest.equals(Instant.MIN) ? Instant.EPOCH : latest));
        last.accumulateAndGet(ofAll, TrustedClock::later);
    }

    private Optional<String> objection(Steadiness.Reading reading) {
        if (reading.jump().isPresent()) {
            return Optional.of("the clock jumped by " + reading.jump().get());
        }
        if (!isCompared()) {
            return Optional.of("the clock was not compared yet since it was set");
        }
        Instant latest = last.get();
        if (reading.time().plus(tolerance).isBefore(latest)) {
            return Optional.of("the clock is behind the latest time stamp, of " + latest);
        }
        return references.verdict().objection();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<TimeReference> references(
            ClockConfig config, ClockRepository repository, InstantSource clock, SecureRandom random) {
        List<TimeReference> references = new ArrayList<>();
        references.add(new DatabaseReference(repository, clock));
        if (config.kernelSynchronised()) {
            references.add(new KernelReference());
        }
        List<NtpServer> servers = config.ntpServers().orElse(List.of()).stream()
                .map(name -> new NtpServer(name.strip(), clock, System::nanoTime, random))
                .toList();
        if (!servers.isEmpty()) {
            references.add(new NtpReference(servers));
        }
        return references;
    }
}
