package io.shomei;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.shomei.testing.Interoperability;
import io.shomei.testing.MadePage;
import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Runs after all other tests and holds docs/interoperability.md to what other implementations accepted in this run. See
 * {@link MadePage}.
 */
@Order(Integer.MAX_VALUE)
class InteroperabilityDocTest {
    private static final MadePage PAGE = new MadePage("interoperability.md");

    @Test
    void interoperabilityPageTellsWhatWasSeen() throws IOException {
        assumeThat(System.getProperty("test"))
                .as("a part of the tests was chosen")
                .isNull();
        PAGE.says(page());
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
