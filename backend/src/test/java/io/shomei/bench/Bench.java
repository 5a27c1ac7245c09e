package io.shomei.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Measures a running platform from outside, over TLS, and beside it the machine's own rate for the same cryptographic work
 * in the same run. Started by {@code make bench}; {@code ONLY=name} runs one.
 */
public final class Bench {
    private Bench() {}

    /**
     * A figure.
     *
     * @param raw operations per second of the bare cryptographic work on all cores; 0 where there is none to compare with
     * @param cpuMillis processor time of application and database per operation
     * @param target the least value that must be reached
     * @param cpuTarget the most processor time that may be used, in milliseconds; 0 where there is no target
     */
    record Figure(
            String name,
            double value,
            String unit,
            double raw,
            double target,
            double cpuMillis,
            double cpuTarget,
            String method,
            Map<String, Object> further) {

        boolean met() {
            return value >= target && (cpuTarget == 0 || cpuMillis <= cpuTarget);
        }
    }

    /** One thing to measure. */
    interface Benchmark {
        List<Figure> run(Server server) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        String only = arguments.length > 0 ? arguments[0] : "";
        Map<String, Benchmark> benchmarks = new LinkedHashMap<>();
        benchmarks.put("request.rest.p256", new RestBenchmark());
        benchmarks.put("request-file.issue.p256", new FileBenchmark("12"));
        benchmarks.put("request-file.issue.rsa2048", new FileBenchmark("3"));
        benchmarks.put("ocsp.ondemand.p256", new OcspBenchmark(true));
        benchmarks.put("ocsp.presigned", new OcspBenchmark(false));
        benchmarks.put("tsa.rsa2048", new TimeStampBenchmark());
        benchmarks.put("crypto.providers", new ProviderBenchmark());
        List<Figure> figures = new ArrayList<>();
        try (Server server = Server.fromEnvironment()) {
            for (Map.Entry<String, Benchmark> each : benchmarks.entrySet()) {
                // The providers change with a release of theirs, not of ours.
                boolean wanted = (only.isEmpty() && !each.getKey().startsWith("crypto."))
                        || each.getKey().equals(only)
                        || (only.equals("request-file.check") && each.getKey().equals("request-file.issue.p256"));
                if (wanted) {
                    figures.addAll(each.getValue().run(server));
                }
            }
        }
        print(figures);
        write(figures, Path.of(Objects.requireNonNullElse(System.getenv("SHOMEI_BENCH_DIR"), "var/bench")));
    }

    private static void print(List<Figure> figures) {
        System.out.printf(
                "%n%-28s %10s %-10s %10s %7s %9s %10s %9s %s%n",
                "benchmark", "value", "unit", "raw", "ratio", "target", "CPU ms", "at most", "met");
        for (Figure figure : figures) {
            System.out.printf(
                    "%-28s %10.0f %-10s %10.0f %7.2f %9.0f %10.2f %9.2f %s%n",
                    figure.name(),
                    figure.value(),
                    figure.unit(),
                    figure.raw(),
                    figure.raw() == 0 ? 0 : figure.value() / figure.raw(),
                    figure.target(),
                    figure.cpuMillis(),
                    figure.cpuTarget(),
                    figure.met() ? "yes" : "NO");
            if (!figure.further().isEmpty()) {
                System.out.println("    " + figure.further());
            }
        }
    }

    private static void write(List<Figure> figures, Path directory) throws Exception {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Figure figure : figures) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", figure.name());
            row.put("value", figure.value());
            row.put("unit", figure.unit());
            row.put("raw", figure.raw());
            row.put("ratio", figure.raw() == 0 ? null : figure.value() / figure.raw());
            row.put("target", figure.target());
            row.put("met", figure.met());
            row.put("cpuMillis", figure.cpuMillis());
            row.put("cpuTarget", figure.cpuTarget());
            row.put("method", figure.method());
            row.putAll(figure.further());
            rows.add(row);
        }
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("cpu", cpu());
        machine.put("java", System.getProperty("java.version"));
        Files.createDirectories(directory);
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(directory.resolve("latest.json").toFile(), Map.of("machine", machine, "benchmarks", rows));
    }

    private static String cpu() throws Exception {
        return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 2))
                .findFirst()
                .orElse("unknown");
    }
}
