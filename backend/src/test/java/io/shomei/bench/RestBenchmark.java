package io.shomei.bench;

import io.shomei.pki.KeySpec;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** One CSR a request over TLS with a bearer token, eight at a time, each answered with its stored certificate. */
final class RestBenchmark implements Bench.Benchmark {
    private static final int CONCURRENCY = 8;
    private static final int REQUESTS = 8_000;
    /** So many that the compiler has done its work. */
    private static final int WARM_UP = 20_000;

    @Override
    public List<Bench.Figure> run(Server server) throws Exception {
        SecureRandom random = new SecureRandom();
        load(server, bodies(WARM_UP, random));
        List<String> bodies = bodies(REQUESTS, random);
        double raw = Keys.rawSignatures(KeySpec.P256, random);
        double cpu = server.cpuMillis();
        double database = server.databaseMillis();
        long start = System.nanoTime();
        long[] latencies = load(server, bodies);
        double seconds = (System.nanoTime() - start) / 1e9;
        double used = server.cpuMillis() - cpu;
        double usedByDatabase = server.databaseMillis() - database;
        Arrays.sort(latencies);
        return List.of(new Bench.Figure(
                "request.rest.p256",
                REQUESTS / seconds,
                "requests/s",
                raw,
                600,
                used / REQUESTS,
                2.0,
                "POST /api/v1/requests, concurrency 8, HTTPS with a certificate-bound bearer token, load client on the same cores",
                Map.of(
                        "databaseCpuMillis", usedByDatabase / REQUESTS,
                        "p50Millis", latencies[REQUESTS / 2] / 1e6,
                        "p99Millis", latencies[REQUESTS * 99 / 100] / 1e6)));
    }

    private static long[] load(Server server, List<String> bodies) throws Exception {
        long[] latencies = new long[bodies.size()];
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService executor = Executors.newFixedThreadPool(CONCURRENCY)) {
            List<Future<?>> workers = IntStream.range(0, CONCURRENCY)
                    .<Future<?>>mapToObj(unused -> executor.submit(() -> {
                        for (int i = next.getAndIncrement(); i < bodies.size(); i = next.getAndIncrement()) {
                            long start = System.nanoTime();
                            server.postJson("/api/v1/requests", bodies.get(i));
                            latencies[i] = System.nanoTime() - start;
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> worker : workers) {
                worker.get();
            }
        }
        return latencies;
    }

    private static List<String> bodies(int count, SecureRandom random) {
        List<KeyPair> keys = Keys.p256(count, random);
        String prefix = "r" + Long.toString(System.nanoTime(), 36);
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> "{\"profile\":\"12\",\"csr\":\""
                        + Csrs.of(keys.get(i), prefix + "-" + i + ".shomei.ac.jp")
                        + "\",\"subscriber\":{\"email\":\"yamada@example.ac.jp\"}}")
                .toList();
    }
}
