package io.shomei.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.shomei.bench.Csrs;
import io.shomei.bench.Keys;
import io.shomei.bench.Platform;
import io.shomei.bench.Server;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Kills the packaged platform in the middle of a file of 10,000 rows, and of an issuance job of a hundred certificates, and starts it
 * again on the same data: every row must have exactly one certificate, the job exactly a hundred, and the history must tell what
 * happened. Run by {@code make test}.
 */
public final class CrashCheck {
    private static final int ROWS = 10_000;
    private static final int KILL_AFTER = 2_000;
    private static final int SUBJECT_COLUMN = 3;
    private static final int SERIAL_COLUMN = 23;
    private static final String PREFIX = "crash";

    private static final String HEAP = "512m";

    private static int passed;

    private final Platform platform;

    private CrashCheck(Platform platform) {
        this.platform = platform;
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("shomei-crash");
        new CrashCheck(new Platform(Path.of(arguments[0]), data)).run();
        System.out.printf("%d passed, 0 failed%n", passed);
    }

    private void run() throws Exception {
        byte[] file = file();
        String path = null;
        CompanyJob job = new CompanyJob();
        Process first = platform.start(HEAP, Map.of());
        try (Server server = Server.of(platform, first);
                Server company = Server.ofCompany(platform, first)) {
            JsonNode checked = server.upload(file);
            path = "/api/v1/request-files/" + checked.get("id").asText();
            require(checked.get("rows").get("accepted").asInt() == ROWS, "all rows are accepted");
            server.confirm(path);
            while (done(server, path) < KILL_AFTER) {
                Thread.sleep(20);
            }
            // Its first keys are made while most of the file is still to come.
            job.begin(company);
            while (job.done(company) == 0) {
                Thread.sleep(20);
            }
        } finally {
            // SIGKILL: nothing is said, nothing is finished.
            first.destroyForcibly().waitFor();
        }
        Process second = platform.start(HEAP, Map.of());
        try (Server server = Server.of(platform, second);
                Server company = Server.ofCompany(platform, second)) {
            job.requireInTheMiddle(company);
            int before = done(server, path);
            require(before >= KILL_AFTER && before < ROWS, "it was killed in the middle, at " + before);
            for (int i = 0; i < 1_200 && !state(server, path).equals("DONE"); i++) {
                Thread.sleep(100);
            }
            require(state(server, path).equals("DONE"), "the file is carried out after the restart");
            judge(server, path);
            job.judge(company);
        } finally {
            second.destroy();
            second.waitFor();
        }
    }

    private static void judge(Server server, String path) throws Exception {
        require(done(server, path) == ROWS, "the file counts every row once");
        require(
                server.get(path + "/rows?outcome=DONE&limit=1")
                                .get("total")
                                .get("value")
                                .asInt()
                        == ROWS,
                "every row has its certificate");
        List<String> list = server.send(server.authorised("/api/v1/certificates/export.tsv?kind=SERVER&encoding=UTF-8")
                        .GET()
                        .build())
                .body()
                .lines()
                // The demonstration has servers of its own.
                .filter(line -> line.split("\t", -1)[SUBJECT_COLUMN].contains(PREFIX))
                .toList();
        require(list.size() == ROWS, "the register has no certificate more, but has " + list.size());
        Set<String> serials = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (String line : list) {
            String[] cells = line.split("\t", -1);
            serials.add(cells[SERIAL_COLUMN]);
            names.add(cells[SUBJECT_COLUMN]);
        }
        require(serials.size() == ROWS, "no serial number stands twice");
        require(names.size() == ROWS, "no name stands twice");
        require(events(server, "requestfile.start") == 1, "the history tells of one start");
        require(events(server, "requestfile.resume") == 1, "the history tells of one resumption");
        require(events(server, "requestfile.finish") == 1, "the history tells of one end");
    }

    static int events(Server server, String operation) throws Exception {
        return server.get("/api/v1/audit-events?operation=" + operation)
                .get("total")
                .get("value")
                .asInt();
    }

    private static int done(Server server, String path) throws Exception {
        return server.get(path).get("progress").get("done").asInt();
    }

    private static String state(Server server, String path) throws Exception {
        return server.get(path).get("state").asText();
    }

    static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalStateException("not so: " + sentence);
        }
        passed++;
        System.out.println("ok: " + sentence);
    }

    private static byte[] file() {
        List<KeyPair> keys = Keys.p256(ROWS, new SecureRandom());
        return String.join(
                        "\n",
                        IntStream.range(0, ROWS)
                                .parallel()
                                .mapToObj(i -> Csrs.row(keys.get(i), PREFIX + i + ".shomei.ac.jp", "12"))
                                .toList())
                .getBytes(StandardCharsets.UTF_8);
    }
}
