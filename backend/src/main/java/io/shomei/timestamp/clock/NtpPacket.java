package io.shomei.timestamp.clock;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * The header of an NTP packet (RFC 5905 7.3).
 *
 * @param leap leap indicator; 3 where the server is not synchronised
 * @param mode 4 from a server
 * @param stratum 0 where the server does not want to be asked, 16 and more where it is not synchronised
 * @param rootDistance how wrong the server may be: half its delay to the primary source, and its dispersion
 * @param originate what was asked with
 * @param receive when the question arrived
 * @param transmit when the answer left
 */
// Compared nowhere.
@SuppressWarnings("ArrayRecordComponent")
record NtpPacket(
        int leap,
        int mode,
        int stratum,
        Duration rootDistance,
        byte[] referenceId,
        long originate,
        long receive,
        long transmit) {
    static final int OCTETS = 48;
    /** Longer ones carry extensions, which are not read. */
    static final int MAX_OCTETS = 1_024;

    private static final int VERSION_4 = 4;
    private static final int CLIENT = 3;
    private static final int SERVER = 4;
    private static final int NOT_SYNCHRONISED = 3;
    private static final int MAX_STRATUM = 15;
    private static final int TRANSMIT_AT = 40;
    /** Seconds from 1900 to 1970. */
    private static final long EPOCH = 2_208_988_800L;

    static byte[] question(long token) {
        return ByteBuffer.allocate(OCTETS)
                .put((byte) (VERSION_4 << 3 | CLIENT))
                .putLong(TRANSMIT_AT, token)
                .array();
    }

    static NtpPacket read(byte[] octets, int length) throws SilentReference {
        if (length < OCTETS) {
            throw new SilentReference("an answer that is too short");
        }
        ByteBuffer packet = ByteBuffer.wrap(octets, 0, length);
        return new NtpPacket(
                (packet.get(0) & 0xC0) >> 6,
                packet.get(0) & 0x07,
                packet.get(1) & 0xFF,
                shortFormat(packet.getInt(4)).dividedBy(2).plus(shortFormat(packet.getInt(8))),
                Arrays.copyOfRange(octets, 12, 16),
                packet.getLong(24),
                packet.getLong(32),
                packet.getLong(TRANSMIT_AT));
    }

    boolean isFromServer() {
        return mode == SERVER && transmit != 0;
    }

    boolean isSynchronised() {
        return leap != NOT_SYNCHRONISED && stratum <= MAX_STRATUM;
    }

    /**
     * A timestamp as a moment: of the moments with these 64 bits, 136 years apart, the one nearest to another (RFC 5905 6).
     */
    static Instant moment(long timestamp, Instant near) {
        int distance = (int) ((timestamp >>> 32) - (near.getEpochSecond() + EPOCH));
        long nanos = ((timestamp & 0xFFFF_FFFFL) * 1_000_000_000L) >>> 32;
        return Instant.ofEpochSecond(near.getEpochSecond() + distance, nanos);
    }

    /** 16 bits of seconds and 16 of their fraction. */
    private static Duration shortFormat(int value) {
        return Duration.ofNanos(((value & 0xFFFF_FFFFL) * 1_000_000_000L) >>> 16);
    }
}
