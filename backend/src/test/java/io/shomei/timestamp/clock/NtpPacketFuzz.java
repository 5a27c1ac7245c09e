package io.shomei.timestamp.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.fuzz.FuzzTarget;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An answer that says it is a time server's. */
public final class NtpPacketFuzz implements FuzzTarget {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @Override
    public List<byte[]> seeds() {
        byte[] answer = ByteBuffer.allocate(NtpPacket.OCTETS)
                .put((byte) 0x24)
                .put((byte) 2)
                .putInt(4, 0x10000)
                .putLong(24, 0xEE8F_0000_0000_0000L)
                .putLong(32, 0xEE8F_0000_0000_0000L)
                .putLong(40, 0xEE8F_0000_8000_0000L)
                .array();
        return List.of(answer, NtpPacket.question(1));
    }

    @Override
    public void take(byte[] input) {
        NtpPacket packet;
        try {
            packet = NtpPacket.read(input, input.length);
        } catch (SilentReference silent) {
            return;
        }
        assertThat(packet.rootDistance()).isBetween(Duration.ZERO, Duration.ofSeconds(100_000));
        assertThat(Duration.between(NOW, NtpPacket.moment(packet.transmit(), NOW))
                        .abs())
                .isLessThan(Duration.ofDays(69 * 365));
        assertThat(packet.isFromServer() && packet.isSynchronised() && packet.leap() == 3)
                .isFalse();
    }
}
