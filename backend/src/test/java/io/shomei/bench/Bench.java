package io.shomei.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shomei.pki.KeySpec;
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
     * @param target the least value that must be reached, or the most that may be needed
     * @param atMost whether a smaller value is a better one
     * @param cpuTarget the most processor time that may be used, in milliseconds; 0 where there is no target
     */
    record Figure(
            String name,
            double value,
            String unit,
            double raw,
            double target,
            boolean atMost,
            double cpuMillis,
            double cpuTarget,
            String method,
            Map<String, Object> further) {

        /** One of which more is better. */
        Figure(
                String name,
                double value,
                String unit,
                double raw,
                double target,
                double cpuMillis,
                double cpuTarget,
                String method,
                Map<String, Object> further) {
            this(name, value, unit, raw, target, false, cpuMillis, cpuTarget, method, further);
        }

        /** A time that something takes. */
        static Figure seconds(
                String name, double value, double most, double cpuMillis, String method, Map<String, Object> further) {
            return new Figure(name, value, "s", 0, most, true, cpuMillis, 0, method, further);
        }

        boolean met() {
            return (atMost ? value <= target : value >= target) && (cpuTarget == 0 || cpuMillis <= cpuTarget);
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
        benchmarks.put("p12.bulk.p256", new KeyFileBenchmark(KeySpec.P256, "17", 10_000));
        benchmarks.put("p12.bulk.rsa2048", new KeyFileBenchmark(KeySpec.RSA_2048, "5", 500));
        benchmarks.put("ocsp.ondemand.p256", new OcspBenchmark(true));
        benchmarks.put("ocsp.presigned", new OcspBenchmark(false));
        benchmarks.put("tsa.rsa2048", new TimeStampBenchmark());
        benchmarks.put("crl.build.1m", new CrlBenchmark());
        benchmarks.put("revocation.rest", new RevocationBenchmark());
        benchmarks.put("session.check", new SessionBenchmark());
        benchmarks.put("login.password", new LogInBenchmark());
        benchmarks.put("acquisition.200", new AcquisitionBenchmark());
        benchmarks.put("audit.seal", new AuditBenchmark());
        benchmarks.put("certificates.search.1m", new CertificateListBenchmark());
        benchmarks.put("bundle.zip.10k", new CompanyBenchmark());
        benchmarks.put("crypto.providers", new ProviderBenchmark());
        List<Figure> figures = new ArrayList<>();
        try (Server server = Server.fromEnvironment()) {
            for (Map.Entry<String, Benchmark> each : benchmarks.entrySet()) {
                // The providers change with a release of theirs, not of ours.
                boolean wanted = (only.isEmpty() && !each.getKey().startsWith("crypto."))
                        || each.getKey().equals(only)
                        || (only.equals("request-file.check") && each.getKey().equals("request-file.issue.p256"))
                        || (only.matches("issuance-job\\..*|certificates\\.search\\.100k|revocation\\.csv\\.10k")
                                && each.getKey().equals("bundle.zip.10k"))
                        || (only.equals("audit.search.1m") && each.getKey().equals("audit.seal"))
                        || (only.equals("certificates.export.1m")
                                && each.getKey().equals("certificates.search.1m"));
                if (wanted) {
                    // Mails of one leave after it; the next one has the machine for itself.
                    server.awaitMails();
                    figures.addAll(each.getValue().run(server));
                }
            }
        }
        print(figures);
        write(figures, Path.of(Objects.requireNonNullElse(System.getenv("SHOMEI_BENCH_DIR"), "var/bench")));
    }

    private static void print(List<Figure> figures) {
        System.out.printf(
                "%n%-28s %10s %-13s %10s %7s %11s %10s %9s %s%n",
                "benchmark", "value", "unit", "raw", "ratio", "target", "CPU ms", "at most", "met");
        for (Figure figure : figures) {
            System.out.printf(
                    "%-28s %10s %-13s %10.0f %7.2f %11s %10.2f %9.2f %s%n",
                    figure.name(),
                    rounded(figure.value()),
                    figure.unit(),
                    figure.raw(),
                    figure.raw() == 0 ? 0 : figure.value() / figure.raw(),
                    (figure.atMost() ? "at most " : "") + rounded(figure.target()),
                    figure.cpuMillis(),
                    figure.cpuTarget(),
                    figure.met() ? "yes" : "NO");
            if (!figure.further().isEmpty()) {
                System.out.println("    " + figure.further());
            }
        }
    }

    private static String rounded(double value) {
        return String.format(value < 20 && value != Math.rint(value) ? "%.2f" : "%.0f", value);
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
            row.put("atMost", figure.atMost());
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
