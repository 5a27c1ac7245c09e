package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.fuzz.FuzzTarget;
import io.shomei.kernel.ProblemException;
import io.shomei.text.TabbedFileLimits;
import io.shomei.text.TabbedLine;
import io.shomei.text.TextEncoding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An uploaded request file, in any encoding. Its lines are those that splitting its text gives, and each has a result. */
public final class RequestFileFuzz implements FuzzTarget {
    private static final TabbedFileLimits LIMITS = TabbedFileLimits.ofRows(200);
    private static final int ROWS_CHECKED = 20;

    private @Nullable Path file;

    @Override
    public List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        List<String> good = Samples.row().cells();
        List<String> japanese = new ArrayList<>(good);
        japanese.set(7, "証明 太郎");
        for (TextEncoding encoding : TextEncoding.values()) {
            seeds.add(RequestFileWriter.written(List.of(japanese, good), encoding));
        }
        seeds.add(FuzzTarget.bytes("\r\n\t\t\t\n" + String.join("\t", good) + "\n\n"));
        return seeds;
    }

    @Override
    public void take(byte[] input) throws IOException {
        try (var reader = RequestFileReader.open(Files.write(file(), input), "fuzz.tsv", LIMITS)) {
            List<TabbedLine> lines = reader.read(LIMITS.maxRows());
            assertThat(lines).isNotEmpty();
            if (reader.encoding() == TextEncoding.UTF_8) {
                List<String> all = split(input);
                // What follows would be refused by the next reading.
                assertThat(lines)
                        .extracting(TabbedLine::text)
                        .isEqualTo(all.subList(0, Math.min(all.size(), LIMITS.maxRows())));
            }
            for (TabbedLine line : lines.subList(0, Math.min(ROWS_CHECKED, lines.size()))) {
                CheckedRow row = RequestFileFormat.SERVER_ISSUE.check(line.number(), line.cells(), Samples.CONTEXT);
                assertThat(row.isAccepted()).isEqualTo(row.errors().isEmpty());
                row.errors().forEach(row::refusedValue);
            }
        } catch (ProblemException refusal) {
            assertThat(refusal.code()).isInstanceOf(RequestFileProblem.class);
        }
    }

    private static List<String> split(byte[] input) {
        List<String> lines = new ArrayList<>();
        for (String line : new String(input, StandardCharsets.UTF_8).split("\n", -1)) {
            String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            lines.add(text.isBlank() ? "" : text);
        }
        while (lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    private Path file() throws IOException {
        if (file == null) {
            file = Files.createTempFile("fuzz", ".tsv");
            file.toFile().deleteOnExit();
        }
        return file;
    }
}
