package io.shomei.timestamp.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** A small NTP server on the loopback address, whose clock a test puts where it likes. */
final class NtpResponder implements AutoCloseable {
    private static final long EPOCH = 2_208_988_800L;

    private final DatagramSocket socket;
    volatile Duration ahead = Duration.ZERO;
    /** What is changed in an answer before it leaves. */
    volatile Consumer<ByteBuffer> tampering = _ -> {};

    volatile boolean silent;

    NtpResponder() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofPlatform().daemon().start(this::serve);
    }

    String name() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        byte[] buffer = new byte[1_024];
        while (!socket.isClosed()) {
            try {
                DatagramPacket question = new DatagramPacket(buffer, buffer.length);
                socket.receive(question);
                if (!silent) {
                    byte[] answer = answer(ByteBuffer.wrap(buffer, 0, question.getLength()));
                    socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
                }
            } catch (IOException closed) {
                // The test is over.
                return;
            }
        }
    }

    private byte[] answer(ByteBuffer question) {
        long now = timestamp(Instant.now().plus(ahead));
        ByteBuffer answer = ByteBuffer.allocate(NtpPacket.OCTETS)
                .put(0, (byte) (4 << 3 | 4))
                .put(1, (byte) 2)
                // Root delay of 10 ms and dispersion of 5 ms.
                .putInt(4, 655)
                .putInt(8, 328)
                .put(12, "TEST".getBytes(StandardCharsets.US_ASCII))
                .putLong(16, now)
                .putLong(24, question.getLong(40))
                .putLong(32, now)
                .putLong(40, timestamp(Instant.now().plus(ahead)));
        tampering.accept(answer);
        return answer.array();
    }

    static long timestamp(Instant moment) {
        return (moment.getEpochSecond() + EPOCH) << 32 | (((long) moment.getNano()) << 32) / 1_000_000_000L;
    }

    @Override
    public void close() {
        socket.close();
    }
}
