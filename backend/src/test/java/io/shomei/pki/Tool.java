package io.shomei.pki;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/** Somebody else's opinion: runs OpenSSL, GnuTLS, NSS or keytool and returns what it wrote. */
public final class Tool {
    private final int exitCode;
    private final String output;

    private Tool(int exitCode, String output) {
        this.exitCode = exitCode;
        this.output = output;
    }

    public static Tool run(Path directory, String... command) throws IOException, InterruptedException {
        Assumptions.assumeTrue(isInstalled(command[0]), command[0] + " is not installed");
        Path log = Files.createTempFile(directory, "tool", ".log");
        int exitCode = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start()
                .waitFor();
        return new Tool(exitCode, Files.readString(log, StandardCharsets.ISO_8859_1));
    }

    /** As {@link #run}, and it must be content. */
    public static String ok(Path directory, String... command) throws IOException, InterruptedException {
        Tool tool = run(directory, command);
        if (tool.exitCode != 0) {
            throw new AssertionError(Arrays.toString(command) + " exits " + tool.exitCode + ":\n" + tool.output);
        }
        return tool.output;
    }

    /** A program of the JDK that the tests run in, whatever else is installed. */
    public static String ofTheJdk(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    public int exitCode() {
        return exitCode;
    }

    public String output() {
        return output;
    }

    private static boolean isInstalled(String program) {
        return program.contains("/")
                || Arrays.stream(System.getenv("PATH").split(":"))
                        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
