package io.shomei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.shomei.testing.Interoperability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Runs after all other tests and holds docs/interoperability.md to what other implementations accepted in this run. To write it
 * anew: {@code mvn test -Dshomei.write-docs=true}.
 */
@Order(Integer.MAX_VALUE)
class InteroperabilityDocTest {
    private static final Path PAGE = Path.of("../docs/interoperability.md");

    @Test
    void interoperabilityPageTellsWhatWasSeen() throws IOException {
        assumeThat(System.getProperty("test"))
                .as("a part of the tests was chosen")
                .isNull();
        String page = page();
        if (Boolean.getBoolean("shomei.write-docs")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/interoperability.md is made from the tests; see this class on how to write it anew")
                .isEqualTo(page);
    }

    private static String page() {
        return """
                # Interoperability

                Made by the tests; not edited by hand. Each line is something of ours that another implementation was seen to accept, and how it was asked.

                | What | Tool | Operation |
                |---|---|---|
                """ + Interoperability.lines().stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
