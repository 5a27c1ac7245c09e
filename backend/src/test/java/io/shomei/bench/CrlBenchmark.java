package io.shomei.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * A CRL of a million entries by a platform of its own whose whole heap is 256 MiB: the first list, when all of them are new; a list put
 * together from all of them; and the next one after one more revocation. OpenSSL verifies the last.
 */
final class CrlBenchmark implements Bench.Benchmark {
    private static final Path APPLICATION = Path.of("backend/target/quarkus-app/quarkus-run.jar");
    private static final String AUTHORITY = "server-p256";
    private static final int ENTRIES = 1_000_000;
    private static final int TIMES = 3;
    private static final double MOST = 6;
    private static final int HEAP_MEBIBYTES = 256;

    @Override
    public List<Bench.Figure> run(Server idle) throws Exception {
        Platform platform = new Platform(APPLICATION, Files.createTempDirectory("shomei-crl-bench"));
        // Each revocation at once on a full list: that is what is measured here.
        Process process = platform.start(HEAP_MEBIBYTES + "m", Map.of("CRL_CATCH_UP", "PT0S"));
        try (Server operator = Server.ofOperator(platform, process);
                Server officer = Server.of(platform, process)) {
            return List.of(measure(platform, operator, officer));
        } finally {
            process.destroy();
            process.waitFor();
            platform.remove();
        }
    }

    private static Bench.Figure measure(Platform platform, Server operator, Server officer) throws Exception {
        List<JsonNode> more = Certificates.issue(officer, TIMES, new SecureRandom());
        enter(platform);
        try (Heap heap = new Heap(operator)) {
            double first = seconds(() -> build(operator));
            double cpu = operator.cpuMillis();
            double[] anew = new double[TIMES];
            for (int i = 0; i < TIMES; i++) {
                anew[i] = seconds(() -> build(operator));
            }
            double used = (operator.cpuMillis() - cpu) / TIMES;
            double[] next = new double[TIMES];
            for (int i = 0; i < TIMES; i++) {
                String id = more.get(i).get("id").asText();
                next[i] = seconds(() -> revoke(officer, id));
            }
            verify(platform.data(), operator);
            Arrays.sort(anew);
            Arrays.sort(next);
            return Bench.Figure.seconds(
                    "crl.build.1m",
                    anew[TIMES / 2],
                    MOST,
                    used,
                    "a full CRL of 1,000,000 entries from all rows, from the request to its answer, the platform started with -Xmx"
                            + HEAP_MEBIBYTES + "m; median of " + TIMES,
                    Map.of(
                            "firstListingSeconds",
                            first,
                            "afterOneMoreSeconds",
                            next[TIMES / 2],
                            "heapLimitMiB",
                            HEAP_MEBIBYTES,
                            "heapMiB",
                            heap.most() >> 20));
        }
    }

    /** A million revocations, as the database enters each. */
    private static void enter(Platform platform) throws Exception {
        try (Connection database = platform.database();
                Statement statement = database.createStatement()) {
            statement.execute("""
                    insert into revoked_certificate (authority, serial, crl_shard, revoked_at, reason, listed_until)
                    select '%s', upper('7' || substr(md5(i::text), 2)), 0, now() - i * interval '7 seconds',
                        (array['UNSPECIFIED', 'KEY_COMPROMISE', 'AFFILIATION_CHANGED', 'SUPERSEDED', 'CESSATION_OF_OPERATION'])[1 + i %% 5],
                        now() + interval '100 days'
                    from generate_series(1, %d) i""".formatted(AUTHORITY, ENTRIES));
            statement.execute("vacuum analyze revoked_certificate");
        }
    }

    private static JsonNode build(Server operator) throws Exception {
        JsonNode list = operator.postJson("/api/v1/authorities/" + AUTHORITY + "/crls", "")
                .get("items")
                .get(0);
        if (list.get("entries").asInt() < ENTRIES) {
            throw new IllegalStateException("not everything is listed: " + list);
        }
        return list;
    }

    /** Until the full list with it is served. */
    private static JsonNode revoke(Server officer, String id) throws Exception {
        long before = number(officer);
        JsonNode answer = officer.postJson("/api/v1/certificates/" + id + "/revocation", "{\"reason\":\"SUPERSEDED\"}");
        while (number(officer) == before) {
            Thread.sleep(20);
        }
        return answer;
    }

    private static long number(Server server) throws Exception {
        for (JsonNode list : server.get("/api/v1/crls").get("items")) {
            if (list.get("authority").asText().equals(AUTHORITY)
                    && list.get("kind").asText().equals("FULL")) {
                return list.get("number").asLong();
            }
        }
        throw new IllegalStateException("there is no list");
    }

    private static void verify(Path directory, Server server) throws Exception {
        Path list = directory.resolve("list.crl");
        Path issuer = directory.resolve("issuer.pem");
        Files.write(list, server.fetch("/pki/" + AUTHORITY + ".crl"));
        Files.write(issuer, server.fetch("/pki/" + AUTHORITY + ".pem"));
        Process openssl = new ProcessBuilder(
                        "openssl",
                        "crl",
                        "-inform",
                        "DER",
                        "-in",
                        list.toString(),
                        "-CAfile",
                        issuer.toString(),
                        "-noout")
                .redirectErrorStream(true)
                .start();
        String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (openssl.waitFor() != 0 || !said.contains("verify OK")) {
            throw new IllegalStateException("OpenSSL says: " + said);
        }
    }

    private static double seconds(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e9;
    }
}
