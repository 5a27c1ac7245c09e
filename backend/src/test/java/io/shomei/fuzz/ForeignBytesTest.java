package io.shomei.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every parser of foreign bytes, with what it must take, what it once took wrongly, and for a moment with anything else. */
class ForeignBytesTest {
    private static final long SEED = 20_261_125;
    private static final Duration SHORT = Duration.ofMillis(250);

    static Stream<String> targets() {
        return FuzzTargets.names().stream();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void seedsAreTaken(String name) throws Exception {
        assertThat(FuzzTargets.seeds(name)).isNotEmpty();
        for (byte[] seed : FuzzTargets.seeds(name)) {
            take(name, seed);
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void whatBecomesOfSeedsIsTaken(String name) throws Exception {
        Mutations mutations = new Mutations(FuzzTargets.seeds(name), new Random(SEED));
        long end = System.nanoTime() + SHORT.toNanos();
        while (System.nanoTime() < end) {
            take(name, mutations.next());
        }
    }

    /** Guided by what the parsers execute, as {@code make fuzz} does it for longer. */
    @Test
    void aShortSearchFindsNothing() throws Exception {
        Path directory = Path.of("target/fuzz");
        assertThat(new Fuzz(directory).search(JazzerEntry.ALL, Duration.ofSeconds(4)))
                .isTrue();
        assertThat(Files.readString(directory.resolve(JazzerEntry.ALL).resolve("log")))
                .contains("Done ");
    }

    @Test
    void everyKeptInputBelongsToATarget() throws Exception {
        try (Stream<Path> kept = Files.list(FuzzTargets.kept())) {
            List<String> names = kept.map(path -> path.getFileName().toString()).toList();
            assertThat(FuzzTargets.names()).containsAll(names);
        }
    }

    private static void take(String name, byte[] input) {
        try {
            Bounds.take(FuzzTargets.get(name), input);
        } catch (Throwable wrong) {
            throw new AssertionError(
                    name + " takes this wrongly: " + Base64.getEncoder().encodeToString(input), wrong);
        }
    }
}
