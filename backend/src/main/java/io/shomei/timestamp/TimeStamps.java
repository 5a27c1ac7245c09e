package io.shomei.timestamp;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.shomei.lint.timestamp.LintedTimeStamp;
import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.MessageImprint;
import io.shomei.pki.SerialNumber;
import io.shomei.pki.TimeStampFailure;
import io.shomei.pki.TimeStampRefusal;
import io.shomei.pki.TimeStampRequest;
import io.shomei.pki.TimeStampResponse;
import io.shomei.pki.UnsignedTimeStamp;
import io.shomei.timestamp.clock.TrustedClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes time stamps. Nothing is kept of one but that it was made: it proves itself. How many answers of which kind there were and
 * how long they took is in {@value #ANSWERS}.
 */
@ApplicationScoped
public class TimeStamps {
    static final String ANSWERS = "timestamp_answer";

    private final TimeStampTenants tenants;
    private final TimeStampUsage usage;
    private final TrustedClock trusted;
    private final StampingKeys keys;
    private final TimeStampConfig config;
    private final SecureRandom random;
    private final InstantSource clock;
    private final MeterRegistry metrics;
    private final AtomicInteger waiting = new AtomicInteger();

    TimeStamps(
            TimeStampTenants tenants,
            TimeStampUsage usage,
            TrustedClock trusted,
            StampingKeys keys,
            TimeStampConfig config,
            SecureRandom random,
            InstantSource clock,
            MeterRegistry metrics) {
        this.tenants = tenants;
        this.usage = usage;
        this.trusted = trusted;
        this.keys = keys;
        this.config = config;
        this.random = random;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * A time stamp for the platform itself, with the certificates that are needed to verify it.
     *
     * @param sha256 digest of what is stamped
     * @return the token (RFC 3161 2.4.2)
     * @throws TimeStampRefusal while the clock cannot be trusted, above all
     */
    public byte[] stamp(byte[] sha256) throws TimeStampRefusal {
        TimeStampTerms terms = tenants.ofEverybody();
        MessageImprint imprint = MessageImprint.of(HashAlgorithm.SHA256, sha256);
        byte[] token = make(new TimeStampRequest(imprint, null, null, true), terms);
        usage.countGranted(terms, clock.instant());
        return token;
    }

    /**
     * Answers whatever was sent to an address: with a time stamp, or with the protocol's own refusal.
     *
     * @param code the tenant's code in the address; empty where the address is everybody's
     */
    byte[] answer(byte[] request, Optional<String> code) {
        long start = System.nanoTime();
        try {
            byte[] token = counted(request, code);
            count("granted", start);
            return TimeStampResponse.granted(token);
        } catch (TimeStampRefusal refusal) {
            return refuse(refusal, start);
        } catch (RuntimeException failed) {
            Log.error("a time stamp could not be made", failed);
            return refuse(TimeStampFailure.SYSTEM_FAILURE.because("the time stamp could not be made"), start);
        }
    }

    private byte[] refuse(TimeStampRefusal refusal, long start) {
        count(refusal.failure().standardName(), start);
        return TimeStampResponse.refused(refusal);
    }

    private void count(String outcome, long start) {
        metrics.timer(ANSWERS, "outcome", outcome).record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }

    /** What comes to an address that is nobody's is counted for the platform. */
    private byte[] counted(byte[] request, Optional<String> code) throws TimeStampRefusal {
        Optional<TimeStampTerms> found =
                code.isEmpty() ? Optional.of(tenants.ofEverybody()) : tenants.ofCode(code.get());
        TimeStampTerms terms = found.orElseGet(tenants::ofNobody);
        try {
            byte[] token = inTurn(request, terms);
            usage.countGranted(terms, clock.instant());
            return token;
        } catch (TimeStampRefusal refusal) {
            usage.countRefused(terms, clock.instant(), refusal.failure());
            throw refusal;
        }
    }

    /** So many at most wait for a core to sign that nobody waits longer than programs do. */
    private byte[] inTurn(byte[] request, TimeStampTerms terms) throws TimeStampRefusal {
        if (waiting.incrementAndGet() > config.maxWaiting()) {
            waiting.decrementAndGet();
            throw TimeStampFailure.SYSTEM_FAILURE.because("too many time stamps are asked for at once; try again");
        }
        try {
            return make(TimeStampRequest.read(request), terms);
        } finally {
            waiting.decrementAndGet();
        }
    }

    private byte[] make(TimeStampRequest request, TimeStampTerms terms) throws TimeStampRefusal {
        // 1. Whoever has this address may have time stamps, and the policy that is asked for is theirs.
        if (!terms.offered()) {
            // The same words where there is no such address: nobody learns which tenants there are.
            throw TimeStampFailure.BAD_REQUEST.because("no time stamps are offered at this address");
        }
        if (request.policy() != null && !request.policy().equals(terms.policy())) {
            throw TimeStampFailure.UNACCEPTED_POLICY.because(
                    "time stamps are made here under the policy %s", terms.policy());
        }
        // 2. The key that stamps at the moment. It comes before the time, because making one takes a while.
        StampingKey key = keys.current();
        // 3. The time, if it can be trusted.
        Instant time = trusted.instant(terms.accuracy());
        if (!key.isValidAt(time)) {
            throw TimeStampFailure.TIME_NOT_AVAILABLE.because(
                    "the clock stands outside the validity of the signer's certificate");
        }
        // 4. What is stamped is the request's, everything else is ours.
        UnsignedTimeStamp shaped = key.template()
                .shape(
                        request,
                        terms.policy(),
                        SerialNumber.random(random),
                        time,
                        config.fractionDigits(),
                        terms.accuracy());
        // 5. What fails a lint cannot reach the key.
        LintedTimeStamp linted = LintedTimeStamp.check(shaped, request);
        // 6. Sign, and verify what was signed.
        return key.sign(linted);
    }
}
