package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.text.TabbedFileLimits;
import io.shomei.text.TextEncoding;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFilesTest {
    @TempDir
    Path directory;

    @Test
    void aGoodFileHasNoErrors() throws IOException {
        byte[] content = SampleFiles.serverIssue(Samples.TENANT, "host", 9, List.of("3", "11", "12"), Samples.ENTROPY);

        List<CheckedRow> rows = check(content);

        assertThat(rows).hasSize(9).allMatch(CheckedRow::isAccepted);
        assertThat(new String(content, Charset.forName("windows-31j"))).contains("山田花子");
    }

    @Test
    void everyBadLineHasItsErrorsAndNoOther() throws IOException {
        SampleFiles.SampleFile file = SampleFiles.serverIssueWithErrors(Samples.TENANT, Samples.ENTROPY);

        Map<Long, Set<String>> found = new TreeMap<>();
        for (CheckedRow row : check(file.content())) {
            found.put(
                    row.line(),
                    row.errors().stream().map(error -> error.code().number()).collect(Collectors.toSet()));
        }

        assertThat(found).isEqualTo(file.codes());
    }

    @Test
    void theFileOfErrorsShowsEveryCodeThatNeedsNoRegister() {
        SampleFiles.SampleFile file = SampleFiles.serverIssueWithErrors(Samples.TENANT, Samples.ENTROPY);

        assertThat(file.codes().values().stream().flatMap(Set::stream).collect(Collectors.toSet()))
                .contains("201", "202", "204", "206", "216", "217", "218", "219", "223", "224", "225", "226")
                .contains("227", "228", "229", "230", "231", "232", "371");
    }

    private List<CheckedRow> check(byte[] content) throws IOException {
        Path file = Files.write(directory.resolve("sample.tsv"), content);
        var guard = new DuplicateGuard();
        try (var reader = RequestFileReader.open(file, "sample.tsv", TabbedFileLimits.ofRows(10_000))) {
            assertThat(reader.encoding()).isEqualTo(TextEncoding.SHIFT_JIS);
            return reader.read(10_000).stream()
                    .map(line -> RequestFileFormat.SERVER_ISSUE.check(line.number(), line.cells(), Samples.CONTEXT))
                    .map(guard::pass)
                    .toList();
        }
    }
}
