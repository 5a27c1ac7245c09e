package io.shomei.keys;

import io.shomei.pki.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;

/**
 * SoftHSM with tokens of its own, apart from whatever this machine has. The library looks for tokens once in a process, so all of
 * them are made before it is loaded; each test takes one that nobody used.
 */
final class SoftHsm {
    static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    static final String PIN = "624981";

    private static final int TOKENS = 48;
    /** The build sets the variable for its tests. */
    private static final Path CONFIGURATION = Path.of(System.getenv().getOrDefault("SOFTHSM2_CONF", "none"));

    private static final Iterator<String> LABELS = make();

    private SoftHsm() {}

    /** The label of an empty token. */
    static synchronized String token() {
        Assumptions.assumeTrue(Files.exists(LIBRARY), "SoftHSM is not installed");
        return LABELS.next();
    }

    private static Iterator<String> make() {
        if (!Files.exists(LIBRARY)) {
            return List.<String>of().iterator();
        }
        try {
            Path home = Files.createTempDirectory(CONFIGURATION.toAbsolutePath().getParent(), "softhsm");
            Files.writeString(
                    CONFIGURATION,
                    "directories.tokendir = %s%nobjectstore.backend = file%nlog.level = ERROR%n".formatted(home));
            List<String> labels =
                    IntStream.range(0, TOKENS).mapToObj(i -> "test " + i).toList();
            for (String label : labels) {
                Tool.ok(
                        home,
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        label,
                        "--so-pin",
                        "1" + PIN,
                        "--pin",
                        PIN);
            }
            return labels.iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
