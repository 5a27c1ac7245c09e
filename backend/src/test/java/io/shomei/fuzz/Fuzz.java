package io.shomei.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Has Jazzer search for inputs that a parser takes wrongly, each target in a process of its own. What it learns is kept in
 * {@code var/fuzz/<target>/corpus}, so that the next search goes on where this one ended; what it finds in
 * {@code var/fuzz/<target>/found}. Run by {@code make fuzz}.
 */
public final class Fuzz {
    private static final int MOST_OCTETS = 32 * 1024;

    private final Path directory;

    Fuzz(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    /** @param arguments seconds for each target, and the targets; without targets every one */
    public static void main(String[] arguments) throws Exception {
        Duration time = Duration.ofSeconds(Long.parseLong(arguments[0]));
        List<String> names =
                arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : FuzzTargets.names();
        names.forEach(FuzzTargets::get);
        Fuzz fuzz = new Fuzz(Path.of("var/fuzz"));
        List<String> failed = new ArrayList<>();
        for (String name : names) {
            System.out.printf("== %s, %d seconds%n", name, time.toSeconds());
            if (!fuzz.search(name, time)) {
                failed.add(name);
            }
        }
        System.out.println(failed.isEmpty() ? "Nothing was found in " + names.size() + " targets" : "Found: " + failed);
        System.exit(failed.isEmpty() ? 0 : 1);
    }

    /** Whether nothing was found. What Jazzer says is in {@code <target>/log}, of which the end is printed where it found something. */
    boolean search(String name, Duration time) throws Exception {
        Path target = Files.createDirectories(directory.resolve(name));
        Path corpus = Files.createDirectories(target.resolve("corpus"));
        Path found = Files.createDirectories(target.resolve("found"));
        writeSeeds(name, Files.createDirectories(target.resolve("seeds")));
        Path log = target.resolve("log");
        int exit = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        // Jazzer's agent attaches itself, and its coverage map is in memory of its own.
                        "-XX:+EnableDynamicAgentLoading",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + JazzerEntry.class.getName(),
                        "--target_args=" + name,
                        "--instrumentation_includes=io.shomei.**",
                        "--instrumentation_excludes=io.shomei.fuzz.**",
                        "--custom_hook_includes=io.shomei.**",
                        "--reproducer_path=" + target,
                        "-max_total_time=" + time.toSeconds(),
                        "-max_len=" + MOST_OCTETS,
                        "-timeout=20",
                        // It counts the peak of the process that started this one, too. The heap is what bounds a
                        // parser; its end is a finding.
                        "-rss_limit_mb=0",
                        "-artifact_prefix=" + found + "/",
                        corpus.toString(),
                        target.resolve("seeds").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        List<String> lines = Files.readAllLines(log);
        (exit == 0
                        ? lines.stream().filter(line -> line.startsWith("Done "))
                        : lines.stream().skip(Math.max(0, lines.size() - 60)))
                .forEach(System.out::println);
        return exit == 0;
    }

    private static void writeSeeds(String name, Path directory) throws Exception {
        List<String> names = name.equals(JazzerEntry.ALL) ? FuzzTargets.names() : List.of(name);
        for (String each : names) {
            int number = 0;
            for (byte[] seed : FuzzTargets.seeds(each)) {
                write(directory.resolve(each + "-" + number++), name, each, seed);
            }
        }
    }

    private static void write(Path file, String name, String each, byte[] seed) throws IOException {
        if (!name.equals(JazzerEntry.ALL)) {
            Files.write(file, seed);
            return;
        }
        byte[] chosen = new byte[seed.length + 1];
        chosen[0] = (byte) FuzzTargets.names().indexOf(each);
        System.arraycopy(seed, 0, chosen, 1, seed.length);
        Files.write(file, chosen);
    }
}
