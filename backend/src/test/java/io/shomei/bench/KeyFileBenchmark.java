package io.shomei.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.shomei.pki.KeySpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Client certificates whose keys the platform makes: from the confirmation of the file to the last certificate, and from the press on the
 * archive's page to its last octet. Keys, certificates and key files of every row are made in this time.
 */
final class KeyFileBenchmark implements Bench.Benchmark {
    /** So many that the compiler has done most of its work: after 300 it took a fifth of both cores. */
    private static final int WARM_UP_ROWS = 2_000;
    /** Of a platform's time for a file of RSA keys, the provider needs at least this part for the keys alone. */
    private static final double PART_OF_RAW = 0.85;

    private static final double LEAST_OF_P256 = 300;

    private final KeySpec spec;
    private final String profile;
    private final int rows;

    KeyFileBenchmark(KeySpec spec, String profile, int rows) {
        this.spec = spec;
        this.profile = profile;
        this.rows = rows;
    }

    private record Run(double issueSeconds, double collectSeconds, double cpu, long heap) {}

    @Override
    public List<Bench.Figure> run(Server server) throws Exception {
        // Curves warm up both; of RSA keys even a few take long.
        run(server, "17", WARM_UP_ROWS);
        double raw = Keys.rawKeys(spec, new SecureRandom(), spec.isRsa() ? 20_000 : 2_000);
        Run run = run(server, profile, rows);
        return List.of(new Bench.Figure(
                "p12.bulk." + (spec.isRsa() ? "rsa2048" : "p256"),
                rows / (run.issueSeconds() + run.collectSeconds()),
                "files/s",
                raw,
                spec.isRsa() ? PART_OF_RAW * raw : LEAST_OF_P256,
                run.cpu() / rows,
                0,
                rows
                        + " rows of P12 bulk: from startedAt to finishedAt of the file, and from the request of the archive to its end;"
                        + " raw is the provider's key generation",
                Map.of(
                        "issuedPerSecond", Math.round(rows / run.issueSeconds()),
                        "collectedPerSecond", Math.round(rows / run.collectSeconds()),
                        "heapMiB", run.heap() >> 20)));
    }

    private static Run run(Server server, String profile, int rows) throws Exception {
        Instant begin = Instant.now().minusSeconds(1);
        JsonNode checked = server.uploadClients(file(profile, rows));
        if (checked.get("rows").get("refused").asInt() > 0) {
            throw new IllegalStateException("rows were refused: " + checked);
        }
        String path = "/api/v1/request-files/" + checked.get("id").asText();
        double cpu = server.cpuMillis();
        server.confirm(path);
        long heap = 0;
        JsonNode now = server.get(path);
        while (!now.get("state").asText().equals("DONE")) {
            Thread.sleep(50);
            heap = Math.max(heap, server.heap());
            now = server.get(path);
        }
        if (now.get("progress").get("done").asInt() != rows) {
            throw new IllegalStateException("not every row was carried out: " + now);
        }
        Duration issue = Duration.between(
                Instant.parse(now.get("startedAt").asText()),
                Instant.parse(now.get("finishedAt").asText()));
        server.awaitMails();
        String archive = "";
        for (String token : server.mailedTokens("/lots/", begin)) {
            if (server.get("/api/v1/enrolment-lots/" + token)
                    .get("content")
                    .asText()
                    .equals("PINS")) {
                count(server.postForFile("/api/v1/enrolment-lots/" + token + "/collection", "{}"));
            } else {
                archive = token;
            }
        }
        long start = System.nanoTime();
        int files = count(
                server.postForFile("/api/v1/enrolment-lots/" + archive + "/collection", "{\"p12Profile\":\"modern\"}"));
        double collect = (System.nanoTime() - start) / 1e9;
        if (files != rows + 1) {
            throw new IllegalStateException(files + " entries of " + rows + " key files and their list");
        }
        heap = Math.max(heap, server.heap());
        return new Run(issue.toMillis() / 1e3, collect, server.cpuMillis() - cpu, heap);
    }

    private static int count(InputStream zip) throws IOException {
        int entries = 0;
        try (ZipInputStream in = new ZipInputStream(zip)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                in.transferTo(OutputStream.nullOutputStream());
                entries++;
            }
        }
        return entries;
    }

    private static byte[] file(String profile, int rows) {
        String prefix = "p" + Long.toString(System.nanoTime(), 36);
        return IntStream.range(0, rows)
                .mapToObj(i -> String.join(
                        "\t",
                        "CN=User " + i + ",OU=" + prefix + ",O=Shomei University,L=Chiyoda-ku,ST=Tokyo,C=JP",
                        profile,
                        "2",
                        "",
                        "",
                        "",
                        "",
                        "Hanako Yamada",
                        "Computing Centre",
                        prefix + "@shomei.ac.jp",
                        "User " + i,
                        prefix + "-" + i,
                        "Physics",
                        "user" + i + "@shomei.ac.jp",
                        ""))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
