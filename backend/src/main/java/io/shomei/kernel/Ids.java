package io.shomei.kernel;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Makes time-ordered ids (RFC 9562, version 7): new rows land at the end of an index, and the id is a place in a list.
 */
@Singleton
public final class Ids {
    /** Order of ids as PostgreSQL sorts them: unsigned. */
    public static final Comparator<UUID> ORDER = (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    };

    private static final int FRACTION_BITS = 12;
    private static final long NANOS_OF_MILLI = 1_000_000;

    private final InstantSource clock;
    private final SecureRandom random;

    public Ids(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** Ordered to the quarter of a microsecond, as far as the clock tells it (RFC 9562 6.2, method 3); 62 bits are random. */
    public UUID next() {
        Instant now = clock.instant();
        long fraction = (now.getNano() % NANOS_OF_MILLI) * (1L << FRACTION_BITS) / NANOS_OF_MILLI;
        long high = now.toEpochMilli() << 16 | 0x7000L | fraction;
        return new UUID(high, (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    /** So many, the smallest first: those of one moment are made in any order. */
    public List<UUID> next(int count) {
        return Stream.generate(this::next).limit(count).sorted(ORDER).toList();
    }

    /** No id of an earlier moment is larger, and none of this one or a later is smaller. */
    public static UUID first(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16 | 0x7000L, 0x8000_0000_0000_0000L);
    }

    /** The sixteen octets of an id (RFC 9562 4). */
    public static byte[] octets(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    public static Optional<UUID> parse(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
