package io.shomei.request.bulk;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shomei.kernel.ProblemException;
import io.shomei.request.RequestField;
import io.shomei.request.RowErrorCode;
import io.shomei.text.TabbedFile;
import io.shomei.text.TabbedFileLimits;
import io.shomei.text.TabbedLine;
import io.shomei.text.TextEncoding;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFileReaderTest {
    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final TabbedFileLimits LIMITS = TabbedFileLimits.ofRows(10_000);

    @TempDir
    Path directory;

    @Test
    void linesEndWithEitherLineEndAndTheLastOneWithoutAny() throws IOException {
        assertThat(texts("a\tb\r\nc\td\ne\tf".getBytes(US_ASCII))).containsExactly("a\tb", "c\td", "e\tf");
    }

    @Test
    void aCarriageReturnAtTheVeryEndBelongsToTheLineEnd() throws IOException {
        assertThat(texts("a\r\nb\r".getBytes(US_ASCII))).containsExactly("a", "b");
    }

    @Test
    void cellsAreWhatStandsBetweenTabs() throws IOException {
        List<TabbedLine> lines = read("\ta\t\"b\"\t\n".getBytes(US_ASCII));

        assertThat(lines.getFirst().cells()).containsExactly("", "a", "\"b\"", "");
    }

    @Test
    void blankLinesAtTheEndAreNothing() throws IOException {
        assertThat(texts("a\r\n\r\n\t\t\t\r\n\n".getBytes(US_ASCII))).containsExactly("a");
    }

    @Test
    void aBlankLineBetweenOthersIsALine() throws IOException {
        assertThat(read("a\n\n\t\t\nb\n".getBytes(US_ASCII)))
                .containsExactly(
                        new TabbedLine(1, "a"), new TabbedLine(2, ""), new TabbedLine(3, ""), new TabbedLine(4, "b"));
    }

    @ParameterizedTest
    @EnumSource
    void everyEncodingIsDetected(TextEncoding encoding) throws IOException {
        List<String> cells = List.of("CN=www", "山田花子", "ｱﾊﾟｯﾁ 2.4");
        byte[] content = RequestFileWriter.written(List.of(cells, cells), encoding);

        try (var reader = open(content)) {
            assertThat(reader.encoding()).isEqualTo(encoding);
            assertThat(reader.read(10)).extracting(TabbedLine::cells).containsExactly(cells, cells);
        }
    }

    @Test
    void nothingButAsciiIsUtf8() throws IOException {
        try (var reader = open("a\tb\n".getBytes(US_ASCII))) {
            assertThat(reader.encoding()).isEqualTo(TextEncoding.UTF_8);
        }
    }

    @Test
    void oneBrokenByteDoesNotTurnAFileOfUtf8IntoAnotherEncoding() throws IOException {
        byte[] content = "山田花子\t情報基盤センター\n鈴木一郎\t?\n".getBytes(UTF_8);
        content[content.length - 2] = (byte) 0xFF;

        try (var reader = open(content)) {
            assertThat(reader.encoding()).isEqualTo(TextEncoding.UTF_8);
            assertThat(reader.read(10).getLast().cells()).containsExactly("鈴木一郎", "\uFFFD");
        }
    }

    @Test
    void bytesThatAreNoCharacterInShiftJisAreShownAsSuch() throws IOException {
        byte[] content = "山田花子\t情報基盤センター\t?\n".getBytes(WINDOWS_31J);
        content[content.length - 2] = (byte) 0xFF;

        assertThat(texts(content)).containsExactly("山田花子\t情報基盤センター\t\uFFFD");
    }

    @Test
    void vendorCharactersOfShiftJisAreRead() throws IOException {
        assertThat(texts("①髙\n".getBytes(WINDOWS_31J))).containsExactly("①髙");
    }

    @Test
    void rowsInIso2022JpSayThatTheyCannotBeRead() throws IOException {
        byte[] content = "山田花子\n".getBytes(Charset.forName("ISO-2022-JP"));
        List<String> cells = new ArrayList<>(Samples.row().cells());
        cells.set(7, texts(content).getFirst());

        assertThat(Samples.codes(Samples.check(cells))).containsExactly(RowErrorCode.UNDECODABLE);
    }

    @Test
    void anEmojiInUtf8IsOneCharacterThatIsRefusedByName() throws IOException {
        byte[] content = RequestFileWriter.written(
                List.of(Samples.row().with(RequestField.SUBSCRIBER_UNIT, "🎓").cells()), TextEncoding.UTF_8);

        CheckedRow row = Samples.check(read(content).getFirst().cells());

        assertThat(row.errors().getFirst().args()).containsExactly("🎓", "U+1F393");
    }

    @Test
    void aWorkbookWithAnotherNameIsRefused() throws IOException {
        refused(RequestFileProblem.REQUEST_FILE_ENCODING, new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0});
    }

    @Test
    void utf16WithoutItsMarkIsRefused() throws IOException {
        refused(RequestFileProblem.REQUEST_FILE_ENCODING, "a\tb\r\n".getBytes(UTF_16LE));
    }

    @Test
    void utf32IsRefused() throws IOException {
        refused(RequestFileProblem.REQUEST_FILE_ENCODING, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0, 'a', 0, 0, 0});
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n\r\n", "\t\t\t\n", "\uFEFF", "\uFEFF\r\n"})
    void anEmptyFileIsRefused(String content) throws IOException {
        refused(RequestFileProblem.REQUEST_FILE_EMPTY, content.getBytes(UTF_8));
    }

    @Test
    void noFileIsRefused() {
        refused(RequestFileProblem.REQUEST_FILE_MISSING, () -> open(directory.resolve("none"), "a.tsv"));
        refused(RequestFileProblem.REQUEST_FILE_MISSING, () -> open(file("a".getBytes(US_ASCII)), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "a.xlsx", "tsv", "a.tsv.exe", "a.tsv "})
    void anotherExtensionIsRefused(String name) {
        refused(RequestFileProblem.REQUEST_FILE_EXTENSION, () -> open(file("a".getBytes(US_ASCII)), name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tsv", "a.txt", "A.TSV", "申請.Txt"})
    void bothExtensionsAreTakenInAnyCase(String name) throws IOException {
        try (var reader = open(file("a".getBytes(US_ASCII)), name)) {
            assertThat(reader.read(10)).hasSize(1);
        }
    }

    @Test
    void aFileOf65MebibytesIsRefusedUnread() throws IOException {
        Path file = directory.resolve("large.tsv");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(65L * 1024 * 1024);
        }

        refused(RequestFileProblem.REQUEST_FILE_TOO_LARGE, () -> open(file, "large.tsv"));
    }

    @Test
    void aFileOf10001RowsIsRefusedAfter10000() throws IOException {
        try (var reader = open("a\tb\n".repeat(10_001).getBytes(US_ASCII))) {
            assertThat(reader.read(10_000)).hasSize(10_000);
            refused(RequestFileProblem.REQUEST_FILE_TOO_MANY_ROWS, () -> reader.read(1));
        }
        assertThat(texts("a\tb\n".repeat(10_000).getBytes(US_ASCII))).hasSize(10_000);
    }

    @Test
    void blankLinesBetweenOthersCountAsRows() throws IOException {
        byte[] content = ("a" + "\n".repeat(20_000) + "b").getBytes(US_ASCII);

        try (var reader = open(content)) {
            refused(RequestFileProblem.REQUEST_FILE_TOO_MANY_ROWS, () -> reader.read(30_000));
        }
    }

    @Test
    void oneLineOfTenMebibytesIsRefusedWithItsNumber() throws IOException {
        byte[] content = ("a\nb\n" + "c".repeat(10 * 1024 * 1024)).getBytes(US_ASCII);

        try (var reader = open(content)) {
            assertThatThrownBy(() -> reader.read(10)).isInstanceOfSatisfying(ProblemException.class, problem -> {
                assertThat(problem.code()).isEqualTo(RequestFileProblem.REQUEST_FILE_LINE_TOO_LONG);
                assertThat(problem.detail()).startsWith("3:");
            });
        }
    }

    @Test
    void aLineMayBeAsLongAsTheLimitWhateverItsEnd() throws IOException {
        String line = "a".repeat(TabbedFileLimits.MAX_LINE_CHARACTERS);

        assertThat(texts((line + "\r\n" + line + "\n" + line).getBytes(US_ASCII)))
                .containsExactly(line, line, line);
        refused(RequestFileProblem.REQUEST_FILE_LINE_TOO_LONG, (line + "a").getBytes(US_ASCII));
        refused(RequestFileProblem.REQUEST_FILE_LINE_TOO_LONG, (line + "a\n").getBytes(US_ASCII));
    }

    @Test
    void linesComeInPortions() throws IOException {
        List<Integer> sizes = new ArrayList<>();
        try (var reader = open("a\n".repeat(25).getBytes(US_ASCII))) {
            for (List<TabbedLine> lines = reader.read(10); !lines.isEmpty(); lines = reader.read(10)) {
                sizes.add(lines.size());
            }
        }

        assertThat(sizes).containsExactly(10, 10, 5);
    }

    private List<String> texts(byte[] content) throws IOException {
        return read(content).stream().map(TabbedLine::text).toList();
    }

    private List<TabbedLine> read(byte[] content) throws IOException {
        try (var reader = open(content)) {
            return reader.read(20_000);
        }
    }

    private TabbedFile open(byte[] content) throws IOException {
        return open(file(content), "file.tsv");
    }

    private static TabbedFile open(Path file, String name) throws IOException {
        return RequestFileReader.open(file, name, LIMITS);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("upload"), content);
    }

    private void refused(RequestFileProblem code, byte[] content) {
        refused(code, () -> read(content));
    }

    private static void refused(RequestFileProblem code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
