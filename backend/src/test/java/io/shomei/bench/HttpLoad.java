package io.shomei.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A lean client for plain HTTP: one thread and one connection for each asker, requests written as they were prepared, answers read and
 * looked at. It takes as little as it can of the processors it shares with the server.
 */
final class HttpLoad {
    private final InetSocketAddress server;
    private final int connections;
    private final boolean keepAlive;

    /**
     * @param keepAlive whether a connection serves for more than one request; a server that cannot closes it each time
     */
    HttpLoad(String host, int port, int connections, boolean keepAlive) {
        this.server = new InetSocketAddress(host, port);
        this.connections = connections;
        this.keepAlive = keepAlive;
    }

    /** What an answer must be. */
    @FunctionalInterface
    interface Expectation {
        boolean isMet(byte[] body);
    }

    /**
     * How it went.
     *
     * @param nanos time of each request, in order of length
     */
    record Result(int requests, double seconds, long[] nanos) {
        double perSecond() {
            return requests / seconds;
        }

        double millis(int percentile) {
            return nanos[(int) Math.min(nanos.length - 1L, nanos.length * (long) percentile / 100)] / 1e6;
        }
    }

    static byte[] post(String path, String mediaType, byte[] body) {
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + mediaType
                        + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Sends so many requests, taking them in turn. */
    Result run(List<byte[]> requests, int count, Expectation expected) throws Exception {
        long[] nanos = new long[count];
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        try (ExecutorService executor = Executors.newFixedThreadPool(connections)) {
            List<Future<?>> askers = IntStream.range(0, connections)
                    .<Future<?>>mapToObj(_ -> executor.submit(() -> {
                        ask(requests, count, expected, next, nanos);
                        return null;
                    }))
                    .toList();
            for (Future<?> asker : askers) {
                asker.get();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(nanos);
        return new Result(count, seconds, nanos);
    }

    private void ask(List<byte[]> requests, int count, Expectation expected, AtomicInteger next, long[] nanos)
            throws IOException {
        Connection connection = null;
        try {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                long start = System.nanoTime();
                if (connection == null) {
                    connection = new Connection(server);
                }
                byte[] body = connection.send(requests.get(i % requests.size()));
                nanos[i] = System.nanoTime() - start;
                if (!expected.isMet(body)) {
                    throw new IllegalStateException("an answer that was not expected, of " + body.length + " octets");
                }
                if (!keepAlive) {
                    connection.close();
                    connection = null;
                }
            }
        } finally {
            if (connection != null) {
                connection.close();
            }
        }
    }

    private static final class Connection implements AutoCloseable {
        private final Socket socket = new Socket();
        private final OutputStream out;
        private final InputStream in;
        private final byte[] line = new byte[8_192];

        Connection(InetSocketAddress server) throws IOException {
            socket.setTcpNoDelay(true);
            socket.connect(server);
            out = socket.getOutputStream();
            in = new BufferedInputStream(socket.getInputStream(), 16_384);
        }

        byte[] send(byte[] request) throws IOException {
            out.write(request);
            String status = readLine();
            if (!status.contains(" 200")) {
                throw new IOException("answered " + status);
            }
            int length = -1;
            for (String header = readLine(); !header.isEmpty(); header = readLine()) {
                if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
            }
            return length < 0 ? in.readAllBytes() : in.readNBytes(length);
        }

        private String readLine() throws IOException {
            int length = 0;
            for (int each = in.read(); each != '\n'; each = in.read()) {
                if (each < 0) {
                    throw new IOException("the server closed the connection");
                }
                line[length++] = (byte) each;
            }
            int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
            return new String(line, 0, end, StandardCharsets.ISO_8859_1);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
