package io.shomei.timestamp.clock;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** One NTP server, asked as a simple client asks (RFC 4330, RFC 5905 14). */
final class NtpServer {
    private static final int DEFAULT_PORT = 123;
    private static final int PATIENCE_MILLIS = 2_000;

    private final String host;
    private final int port;
    private final InstantSource clock;
    private final LongSupplier counter;
    private final SecureRandom random;

    NtpServer(String name, InstantSource clock, LongSupplier counter, SecureRandom random) {
        int colon = name.lastIndexOf(':');
        // An IPv6 address has several colons and stands in brackets where a port follows.
        boolean withPort = colon > 0 && (name.indexOf(':') == colon || name.charAt(colon - 1) == ']');
        this.host = (withPort ? name.substring(0, colon) : name).replaceAll("[\\[\\]]", "");
        this.port = withPort ? Integer.parseInt(name.substring(colon + 1)) : DEFAULT_PORT;
        this.clock = clock;
        this.counter = counter;
        this.random = random;
    }

    Offset measure() throws SilentReference {
        try (DatagramSocket socket = new DatagramSocket()) {
            // A connected socket takes packets from this address alone.
            socket.connect(new InetSocketAddress(InetAddress.getByName(host), port));
            socket.setSoTimeout(PATIENCE_MILLIS);
            // A number nobody can guess in place of our time, which is nobody's business: whoever repeats it saw the
            // question.
            long token = random.nextLong();
            byte[] question = NtpPacket.question(token);
            Instant sent = clock.instant();
            long start = counter.getAsLong();
            socket.send(new DatagramPacket(question, question.length));
            DatagramPacket answer = new DatagramPacket(new byte[NtpPacket.MAX_OCTETS], NtpPacket.MAX_OCTETS);
            socket.receive(answer);
            Instant received = sent.plusNanos(counter.getAsLong() - start);
            return offset(NtpPacket.read(answer.getData(), answer.getLength()), token, sent, received);
        } catch (IOException failed) {
            throw new SilentReference(host + " does not answer");
        }
    }

    private Offset offset(NtpPacket answer, long token, Instant sent, Instant received) throws SilentReference {
        if (answer.originate() != token || !answer.isFromServer()) {
            throw new SilentReference(host + " answers something else");
        }
        if (answer.stratum() == 0) {
            String code = new String(answer.referenceId(), StandardCharsets.US_ASCII).strip();
            throw new SilentReference(host + " wants not to be asked: " + code);
        }
        if (!answer.isSynchronised()) {
            throw new SilentReference(host + " does not know the time itself");
        }
        Instant arrived = NtpPacket.moment(answer.receive(), sent);
        Instant left = NtpPacket.moment(answer.transmit(), sent);
        Duration there = Duration.between(sent, arrived);
        Duration back = Duration.between(received, left);
        Duration delay = Duration.between(sent, received).minus(Duration.between(arrived, left));
        // RFC 4330 5: theirs minus ours is ((T2 - T1) + (T3 - T4)) / 2.
        Duration ahead = there.plus(back).dividedBy(2).negated();
        Duration uncertainty = delay.abs().dividedBy(2).plus(answer.rootDistance());
        return new Offset(ahead, uncertainty);
    }

    @Override
    public String toString() {
        return host;
    }
}
