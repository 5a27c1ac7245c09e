package io.shomei.bench;

import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** What it costs to find out with each request whose it is: token, session, account, certificate of the connection. */
final class SessionBenchmark implements Bench.Benchmark {
    private static final int CONCURRENCY = 8;
    private static final int REQUESTS = 40_000;
    /** So many that the compiler has done its work. */
    private static final int WARM_UP = 40_000;

    @Override
    public List<Bench.Figure> run(Server server) throws Exception {
        ask(server, WARM_UP);
        double cpu = server.cpuMillis();
        double database = server.databaseMillis();
        long start = System.nanoTime();
        long[] latencies = ask(server, REQUESTS);
        double seconds = (System.nanoTime() - start) / 1e9;
        double used = server.cpuMillis() - cpu;
        double usedByDatabase = server.databaseMillis() - database;
        Arrays.sort(latencies);
        return List.of(new Bench.Figure(
                "session.check",
                REQUESTS / seconds,
                "requests/s",
                0,
                0,
                used / REQUESTS,
                0.3,
                "GET /auth/forward, concurrency 8, HTTPS with a certificate-bound bearer token, load client on the same cores",
                Map.of(
                        "databaseCpuMillis", usedByDatabase / REQUESTS,
                        "p50Millis", latencies[REQUESTS / 2] / 1e6,
                        "p99Millis", latencies[REQUESTS * 99 / 100] / 1e6)));
    }

    private static long[] ask(Server server, int count) throws Exception {
        HttpRequest question = server.authorised("/auth/forward").GET().build();
        long[] latencies = new long[count];
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService executor = Executors.newFixedThreadPool(CONCURRENCY)) {
            List<Future<?>> askers = IntStream.range(0, CONCURRENCY)
                    .<Future<?>>mapToObj(unused -> executor.submit(() -> {
                        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                            long start = System.nanoTime();
                            server.send(question);
                            latencies[i] = System.nanoTime() - start;
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> asker : askers) {
                asker.get();
            }
        }
        return latencies;
    }
}
