package io.shomei.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A CSV of 10,000 names: looked at, confirmed, and carried out until the last one is on the CRL. */
final class RevocationListBenchmark implements Bench.Benchmark {
    private static final int NAMES = 10_000;
    private static final int WARM_UP = 3_000;
    /** A thousand a second. */
    private static final double MOST = 10;

    @Override
    public List<Bench.Figure> run(Server server) throws Exception {
        SecureRandom random = new SecureRandom();
        revoke(server, names(server, WARM_UP, random), WARM_UP);
        byte[] names = names(server, NAMES, random);
        double cpu = server.cpuMillis();
        double database = server.databaseMillis();
        Run run = revoke(server, names, NAMES);
        double used = server.cpuMillis() - cpu;
        double usedByDatabase = server.databaseMillis() - database;
        return List.of(Bench.Figure.seconds(
                "revocation.csv.10k",
                run.preview() + run.carriedOut(),
                MOST,
                used / NAMES,
                "10,000 common names: from the upload to its answer, and from the confirmation to the end with everything on the CRL",
                Map.of(
                        "previewSeconds", run.preview(),
                        "carriedOutSeconds", run.carriedOut(),
                        "databaseCpuMillis", usedByDatabase / NAMES)));
    }

    private record Run(double preview, double carriedOut) {}

    private static byte[] names(Server server, int count, SecureRandom random) throws Exception {
        return Certificates.issue(server, count, random).stream()
                .map(each -> each.get("commonName").asText())
                .collect(Collectors.joining("\r\n", "commonName\r\n", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Run revoke(Server server, byte[] names, int count) throws Exception {
        long start = System.nanoTime();
        JsonNode checked = server.uploadNames(names);
        double preview = (System.nanoTime() - start) / 1e9;
        if (checked.get("progress").get("total").asInt() != count) {
            throw new IllegalStateException("not every name can be revoked: " + checked);
        }
        String path = "/api/v1/revocations/" + checked.get("id").asText();
        JsonNode now = server.postJson(path + "/submission", "");
        while (!now.get("state").asText().equals("DONE")) {
            Thread.sleep(100);
            now = server.get(path);
        }
        if (now.get("progress").get("done").asInt() != count) {
            throw new IllegalStateException("not every name was revoked: " + now);
        }
        Duration carriedOut = Duration.between(
                Instant.parse(now.get("submittedAt").asText()),
                Instant.parse(now.get("finishedAt").asText()));
        return new Run(preview, carriedOut.toMillis() / 1e3);
    }
}
