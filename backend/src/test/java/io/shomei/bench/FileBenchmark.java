package io.shomei.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.shomei.pki.KeySpec;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A request file of 10,000 distinct keys and names: the check before the confirmation, and from the confirmation to the last
 * certificate stored with its audit, enrolment and notice rows.
 */
final class FileBenchmark implements Bench.Benchmark {
    private static final int ROWS = 10_000;
    private static final int WARM_UP_ROWS = 2_000;

    private final String profile;
    private final boolean rsa;

    FileBenchmark(String profile) {
        this.profile = profile;
        this.rsa = profile.equals("3");
    }

    @Override
    public List<Bench.Figure> run(Server server) throws Exception {
        SecureRandom random = new SecureRandom();
        run(server, file(WARM_UP_ROWS, random), WARM_UP_ROWS);
        byte[] file = file(ROWS, random);
        double raw = Keys.rawSignatures(rsa ? KeySpec.RSA_2048 : KeySpec.P256, random);
        Run run = run(server, file, ROWS);
        String suffix = rsa ? "rsa2048" : "p256";
        Bench.Figure issue = new Bench.Figure(
                "request-file.issue." + suffix,
                ROWS / run.issueSeconds(),
                "rows/s",
                raw,
                rsa ? 1_000 : 1_500,
                run.issueCpu() / ROWS,
                rsa ? 0 : 1.2,
                "10,000 distinct CSRs, from startedAt to finishedAt of the file; CPU of application and database",
                Map.of("heapMiB", run.heap() >> 20));
        Bench.Figure check = new Bench.Figure(
                rsa ? "request-file.check.rsa2048" : "request-file.check",
                ROWS / run.checkSeconds(),
                "rows/s",
                0,
                rsa ? 0 : 3_000,
                run.checkCpu() / ROWS,
                0,
                "the upload of the same file until its answer, over TLS",
                Map.of());
        return List.of(issue, check);
    }

    record Run(double checkSeconds, double checkCpu, double issueSeconds, double issueCpu, long heap) {}

    /** Has a file checked, confirmed and carried out; its mails leave later, at their own pace. */
    static Run run(Server server, byte[] file, int rows) throws Exception {
        double cpu0 = server.cpuMillis();
        long start = System.nanoTime();
        JsonNode checked = server.upload(file);
        double checkSeconds = (System.nanoTime() - start) / 1e9;
        double cpu1 = server.cpuMillis();
        if (checked.get("rows").get("refused").asInt() > 0) {
            throw new IllegalStateException("rows were refused: " + checked);
        }
        String path = "/api/v1/request-files/" + checked.get("id").asText();
        server.confirm(path);
        long heap = 0;
        JsonNode now = server.get(path);
        while (!now.get("state").asText().equals("DONE")) {
            if (now.get("state").asText().equals("FAILED")) {
                throw new IllegalStateException("the file failed: " + now);
            }
            Thread.sleep(50);
            heap = Math.max(heap, server.heap());
            now = server.get(path);
        }
        double cpu2 = server.cpuMillis();
        if (now.get("progress").get("done").asInt() != rows || now.get("failed").asInt() != 0) {
            throw new IllegalStateException("not every row was carried out: " + now);
        }
        Duration issue = Duration.between(
                Instant.parse(now.get("startedAt").asText()),
                Instant.parse(now.get("finishedAt").asText()));
        return new Run(checkSeconds, cpu1 - cpu0, issue.toMillis() / 1e3, cpu2 - cpu1, heap);
    }

    private byte[] file(int rows, SecureRandom random) {
        List<KeyPair> keys = rsa ? Keys.rsa2048(rows, random) : Keys.p256(rows, random);
        String prefix = "b" + Long.toString(System.nanoTime(), 36);
        return String.join(
                        "\n",
                        IntStream.range(0, rows)
                                .parallel()
                                .mapToObj(i -> Csrs.row(keys.get(i), prefix + "-" + i + ".shomei.ac.jp", profile))
                                .toList())
                .getBytes(StandardCharsets.UTF_8);
    }
}
