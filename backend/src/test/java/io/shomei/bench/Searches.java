package io.shomei.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Searches over the API, one after the other, again and again: how long a first page takes. The page behind it is read, too. */
final class Searches {
    private static final int ROUNDS = 20;
    private static final int WARM_UP = 2;
    private static final double MOST_MILLIS = 100;

    private Searches() {}

    /**
     * @param path before each query
     */
    static Bench.Figure measure(Server officer, String name, String setting, String path, List<String> queries)
            throws Exception {
        return measure(officer, name, setting, path, queries, MOST_MILLIS);
    }

    /**
     * @param most milliseconds that 95 of a hundred pages may take
     */
    static Bench.Figure measure(
            Server officer, String name, String setting, String path, List<String> queries, double most)
            throws Exception {
        List<Double> millis = new ArrayList<>();
        Map<String, Object> further = new TreeMap<>();
        double cpu = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double before = officer.cpuMillis();
            for (String query : queries) {
                long start = System.nanoTime();
                JsonNode page = officer.get(path + query);
                double took = (System.nanoTime() - start) / 1e6;
                if (round >= 0) {
                    millis.add(took);
                    further.merge("most " + query, took, (one, other) -> Math.max((double) one, (double) other));
                }
                String next = page.path("next").asText();
                if (!next.isEmpty()) {
                    officer.get(path + query + (query.contains("?") ? "&" : "?") + "cursor=" + words(next));
                }
            }
            cpu += round < 0 ? 0 : officer.cpuMillis() - before;
        }
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        further.put("median", sorted[sorted.length / 2]);
        return new Bench.Figure(
                name,
                sorted[(int) (sorted.length * 0.95)],
                "ms (p95)",
                0,
                most,
                true,
                cpu / millis.size(),
                0,
                setting,
                further);
    }

    /** As they stand in a query. */
    static String words(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
