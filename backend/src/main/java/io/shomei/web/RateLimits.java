package io.shomei.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * How often somebody may ask, counted by each copy of the platform for itself: so that nobody guesses without end, and no script that ran
 * wild takes the platform from the others. However many come, the memory has an end: who asks least is forgotten first.
 */
@ApplicationScoped
class RateLimits {
    /** An IPv6 site has at least a /64: whoever has one has more addresses than anybody can count (RFC 6177). */
    private static final int OCTETS_OF_NETWORK = 8;

    private static final int IPV4_OCTETS = 4;
    private static final int REMEMBERED = 100_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Cache<String, Bucket> addresses;
    private final Cache<String, Bucket> visitors;
    private final Cache<UUID, Bucket> callers;
    private final Bandwidth guesses;
    private final Bandwidth visits;
    private final Bandwidth requests;
    private final TimeMeter meter;

    /** By a clock that nobody sets: one that were put back would shut everybody out. */
    @Inject
    RateLimits(RateLimitConfig config) {
        this(
                config.refusalsAtOnce(),
                config.refusalsPerMinute(),
                config.anonymousPerMinute(),
                config.requestsPerMinute(),
                TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimits(
            int refusalsAtOnce, int refusalsPerMinute, int anonymousPerMinute, int requestsPerMinute, TimeMeter meter) {
        this.guesses = bandwidth(refusalsAtOnce, refusalsPerMinute);
        this.visits = bandwidth(anonymousPerMinute, anonymousPerMinute);
        this.requests = bandwidth(requestsPerMinute, requestsPerMinute);
        this.meter = meter;
        this.addresses = memory(refusalsAtOnce, refusalsPerMinute);
        this.visitors = memory(anonymousPerMinute, anonymousPerMinute);
        this.callers = memory(requestsPerMinute, requestsPerMinute);
    }

    /** Whether a guess from this address is still heard; otherwise after which time. */
    Optional<Duration> guess(String address) {
        return take(ofNetwork(address));
    }

    /** Gives back what {@link #guess} took: it was none, or it was right. */
    void right(String address) {
        ofNetwork(address).addTokens(1);
    }

    /** Whether a request without a session from this address is still heard; otherwise after which time. */
    Optional<Duration> visit(String address) {
        return take(ofVisitor(address));
    }

    /** Whether a request of this account or token is still heard; otherwise after which time. */
    Optional<Duration> request(UUID caller) {
        return take(ofCaller(caller));
    }

    /** Addresses and networks that are remembered. */
    long remembered() {
        addresses.cleanUp();
        return addresses.estimatedSize();
    }

    /** Forgets everybody. */
    void forget() {
        addresses.invalidateAll();
        visitors.invalidateAll();
        callers.invalidateAll();
    }

    /** What one counts as: an IPv4 address, or the network of an IPv6 address. */
    static String network(String address) {
        Optional<InetAddress> read = AddressRange.address(address);
        return read.map(InetAddress::getAddress)
                .filter(octets -> octets.length > IPV4_OCTETS)
                .map(octets -> HexFormat.of().formatHex(Arrays.copyOf(octets, OCTETS_OF_NETWORK)))
                .orElseGet(() -> read.map(AddressRange::text).orElse(""));
    }

    Bucket ofCaller(UUID caller) {
        return callers.get(caller, _ -> bucket(requests));
    }

    Bucket ofVisitor(String address) {
        return visitors.get(network(address), _ -> bucket(visits));
    }

    Bucket ofNetwork(String address) {
        return addresses.get(network(address), _ -> bucket(guesses));
    }

    private static Optional<Duration> take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket(Bandwidth bandwidth) {
        return Bucket.builder()
                .addLimit(bandwidth)
                .withCustomTimePrecision(meter)
                .build();
    }

    private static Bandwidth bandwidth(int atOnce, int perMinute) {
        return Bandwidth.builder()
                .capacity(atOnce)
                .refillGreedy(perMinute, MINUTE)
                .build();
    }

    /** A bucket that nobody drew from for so long is full again, as a new one is. */
    private static <K> Cache<K, Bucket> memory(int atOnce, int perMinute) {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(MINUTE.multipliedBy(1 + atOnce / perMinute))
                .build();
    }
}
