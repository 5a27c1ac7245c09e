package io.shomei;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.shomei.testing.Interoperability;
import io.shomei.testing.MadePage;
import io.shomei.testing.ToolVersions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs after all other tests and holds docs/interoperability.md to what other implementations said in this run. Whoever has a tool
 * of another release than the page's may hear something else from it: its lines are taken from the page. See {@link MadePage}.
 */
@Order(Integer.MAX_VALUE)
class InteroperabilityDocTest {
    private static final MadePage PAGE = new MadePage("interoperability.md");
    private static final Pattern VERSION = Pattern.compile("(?m)^\\| ([^|]+) \\| (\\d[^|]*) \\|$");
    private static final Pattern LINE = Pattern.compile("\\| .+ \\| `.+` \\| .+ \\|");

    @TempDir
    Path directory;

    @Test
    void interoperabilityPageTellsWhatWasSeen() throws Exception {
        assumeThat(System.getProperty("test"))
                .as("a part of the tests was chosen")
                .isNull();
        SortedSet<String> lines = Interoperability.lines();
        SortedMap<String, String> versions = new TreeMap<>();
        for (String line : lines) {
            String tool = Interoperability.toolOf(line);
            if (!versions.containsKey(tool)) {
                versions.put(tool, ToolVersions.of(tool, directory));
            }
        }
        if (!MadePage.isWritten()) {
            takeFromThePage(lines, versions);
        }
        PAGE.says(page(lines, versions));
    }

    /** The versions that it was made with, and the lines of tools that are here in another release. */
    private static void takeFromThePage(SortedSet<String> lines, SortedMap<String, String> versions)
            throws IOException {
        Set<String> others = new HashSet<>();
        VERSION.matcher(PAGE.text()).results().forEach(written -> {
            String here = versions.put(written.group(1), written.group(2));
            if (here != null && !ToolVersions.release(here).equals(ToolVersions.release(written.group(2)))) {
                others.add(written.group(1));
            }
        });
        lines.removeIf(line -> others.contains(Interoperability.toolOf(line)));
        PAGE.text()
                .lines()
                .filter(LINE.asMatchPredicate().and(line -> others.contains(Interoperability.toolOf(line))))
                .forEach(lines::add);
    }

    private static String page(SortedSet<String> lines, SortedMap<String, String> versions) {
        return """
                # Interoperability

                Made by the tests; not edited by hand. Each line is what another implementation was seen to say of something of ours, and how it was asked: what is good it accepts, and
                what nobody may take it refuses.

                | What | Tool | Operation | Result |
                |---|---|---|---|
                %s
                ## The tools

                The versions that the tests asked when this page was made.

                | Tool | Version |
                |---|---|
                %s""".formatted(
                        lines.stream().map(line -> line + "\n").collect(Collectors.joining()),
                        versions.entrySet().stream()
                                .map(version -> "| %s | %s |\n".formatted(version.getKey(), version.getValue()))
                                .collect(Collectors.joining()));
    }
}
