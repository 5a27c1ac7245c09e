package io.shomei.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Certificates that are issued only to be revoked. */
final class Certificates {
    private static final int ROWS = 5_000;

    private Certificates() {}

    /** So many new ones, as the list of certificates has them. */
    static List<JsonNode> issue(Server server, int count, SecureRandom random) throws Exception {
        String prefix = "v" + Long.toString(System.nanoTime(), 36) + "-";
        for (int from = 0; from < count; from += ROWS) {
            int rows = Math.min(ROWS, count - from);
            int first = from;
            List<KeyPair> keys = Keys.p256(rows, random);
            byte[] file = String.join(
                            "\n",
                            IntStream.range(0, rows)
                                    .parallel()
                                    .mapToObj(i -> Csrs.row(keys.get(i), prefix + (first + i) + ".shomei.ac.jp", "12"))
                                    .toList())
                    .getBytes(StandardCharsets.UTF_8);
            FileBenchmark.run(server, file, rows);
        }
        List<JsonNode> issued = new ArrayList<>();
        // The newest first.
        String page = "/api/v1/certificates?kind=SERVER&limit=1000";
        String cursor = "";
        while (issued.size() < count) {
            JsonNode found = server.get(page + cursor);
            for (JsonNode each : found.get("items")) {
                if (each.get("commonName").asText().startsWith(prefix)) {
                    issued.add(each);
                }
            }
            cursor = "&cursor=" + URLEncoder.encode(found.path("next").asText(), StandardCharsets.US_ASCII);
        }
        return issued;
    }
}
