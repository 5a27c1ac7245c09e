package io.shomei.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.shomei.pki.KeySpec;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * One revocation a request over TLS with a bearer token, eight at a time, each answered when it is committed; and how long after the
 * last answer the CRL tells of the last one.
 */
final class RevocationBenchmark implements Bench.Benchmark {
    private static final int CONCURRENCY = 8;
    private static final int REQUESTS = 8_000;
    /** So many that the compiler has done its work. */
    private static final int WARM_UP = 8_000;

    @Override
    public List<Bench.Figure> run(Server server) throws Exception {
        SecureRandom random = new SecureRandom();
        List<String> ids = Certificates.issue(server, WARM_UP + REQUESTS, random).stream()
                .map(each -> each.get("id").asText())
                .toList();
        revoke(server, ids.subList(0, WARM_UP));
        awaitMails(server);
        List<String> measured = ids.subList(WARM_UP, WARM_UP + REQUESTS);
        double raw = Keys.rawSignatures(KeySpec.P256, random);
        double cpu = server.cpuMillis();
        double database = server.databaseMillis();
        long start = System.nanoTime();
        long[] latencies = revoke(server, measured);
        double seconds = (System.nanoTime() - start) / 1e9;
        double used = server.cpuMillis() - cpu;
        double usedByDatabase = server.databaseMillis() - database;
        double listedAfter = awaitList(server, measured.getLast());
        Arrays.sort(latencies);
        return List.of(new Bench.Figure(
                "revocation.rest",
                REQUESTS / seconds,
                "revocations/s",
                raw,
                600,
                used / REQUESTS,
                0,
                "POST /api/v1/certificates/{id}/revocation, concurrency 8, HTTPS with a certificate-bound bearer token, load client on the same cores",
                Map.of(
                        "databaseCpuMillis", usedByDatabase / REQUESTS,
                        "p50Millis", latencies[REQUESTS / 2] / 1e6,
                        "p99Millis", latencies[REQUESTS * 99 / 100] / 1e6,
                        "listedAfterMillis", listedAfter)));
    }

    private static long[] revoke(Server server, List<String> ids) throws Exception {
        long[] latencies = new long[ids.size()];
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService executor = Executors.newFixedThreadPool(CONCURRENCY)) {
            List<Future<?>> workers = IntStream.range(0, CONCURRENCY)
                    .<Future<?>>mapToObj(unused -> executor.submit(() -> {
                        for (int i = next.getAndIncrement(); i < ids.size(); i = next.getAndIncrement()) {
                            long start = System.nanoTime();
                            server.postJson(
                                    "/api/v1/certificates/" + ids.get(i) + "/revocation",
                                    "{\"reason\":\"SUPERSEDED\"}");
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

    private static double awaitList(Server server, String id) throws Exception {
        long start = System.nanoTime();
        JsonNode since = null;
        while (since == null) {
            since = server.get("/api/v1/certificates/" + id).get("revocation").get("crlVisibleSince");
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static void awaitMails(Server server) throws Exception {
        while (server.get("/api/v1/notices?state=WAITING&limit=1")
                        .get("total")
                        .get("value")
                        .asInt()
                > 0) {
            Thread.sleep(500);
        }
    }
}
