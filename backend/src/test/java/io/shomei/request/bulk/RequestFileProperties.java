package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.kernel.ProblemException;
import io.shomei.text.TabbedFileLimits;
import io.shomei.text.TabbedLine;
import io.shomei.text.TextEncoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.StringArbitrary;

class RequestFileProperties {
    private static final TabbedFileLimits LIMITS = TabbedFileLimits.ofRows(10_000);

    @Property(tries = 300)
    void whatIsWrittenIsRead(@ForAll TextEncoding encoding, @ForAll("rows") List<List<String>> rows)
            throws IOException {
        Path file = Files.createTempFile("rows", ".tsv");
        try {
            Files.write(file, RequestFileWriter.written(rows, encoding));
            try (var reader = RequestFileReader.open(file, "rows.tsv", LIMITS)) {
                assertThat(reader.read(1_000)).extracting(TabbedLine::cells).isEqualTo(rows);
            }
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 500)
    void whateverBytesComeNothingButAProblemIsThrown(@ForAll("bytes") byte[] content) throws IOException {
        Path file = Files.createTempFile("bytes", ".tsv");
        try {
            Files.write(file, content);
            checkAll(file);
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 500)
    void whateverCellsComeARowIsAResult(@ForAll("cells") List<String> cells) {
        CheckedRow row = RequestFileFormat.SERVER_ISSUE.check(1, cells, Samples.CONTEXT);

        assertThat(row.isAccepted()).isFalse();
        assertThat(row.errors()).isNotEmpty();
        row.errors().forEach(row::refusedValue);
    }

    private static void checkAll(Path file) throws IOException {
        try (var reader = RequestFileReader.open(file, "bytes.tsv", LIMITS)) {
            for (TabbedLine line : reader.read(20_000)) {
                RequestFileFormat.SERVER_ISSUE.check(line.number(), line.cells(), Samples.CONTEXT);
            }
        } catch (ProblemException problem) {
            assertThat(problem.code()).isInstanceOf(RequestFileProblem.class);
        }
    }

    /** Rows of what every encoding can hold. The first cell is filled, so that no row is blank. */
    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> cell = characters().ofMaxLength(30);
        Arbitrary<String> first = characters().ofMinLength(1).ofMaxLength(30).filter(text -> !text.isBlank());
        Arbitrary<List<String>> row = cell.list()
                .ofMaxSize(14)
                .flatMap(rest -> first.map(start -> {
                    var cells = new ArrayList<String>();
                    // A Japanese word, so that Shift_JIS can be told from UTF-8.
                    cells.add("申請" + start);
                    cells.addAll(rest);
                    return List.copyOf(cells);
                }));
        return row.list().ofMinSize(1).ofMaxSize(20);
    }

    private static StringArbitrary characters() {
        return Arbitraries.strings().withCharRange(' ', '~').withChars("あいうえおアイウエオ山田花子情報基盤熙～－｡ﾟ亜弌");
    }

    @Provide
    Arbitrary<List<String>> cells() {
        Arbitrary<String> cell = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings()
                        .withChars("CNOLST=,. *-:@\"0123dNSame/+\uFFFD")
                        .ofMaxLength(60),
                Arbitraries.of(Samples.row().cells()));
        return Arbitraries.oneOf(
                cell.list()
                        .ofSize(13)
                        .filter(cells -> !cells.equals(Samples.row().cells())),
                cell.list().ofMinSize(1).ofMaxSize(15).filter(cells -> cells.size() != 13));
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        Arbitrary<byte[]> anything = Arbitraries.bytes().array(byte[].class).ofMaxSize(400);
        Arbitrary<byte[]> likely = Arbitraries.frequencyOf(
                        Tuple.of(6, Arbitraries.bytes().between((byte) 1, (byte) 127)),
                        Tuple.of(3, Arbitraries.of((byte) '\t', (byte) '\n', (byte) '\r')),
                        Tuple.of(2, Arbitraries.bytes()))
                .array(byte[].class)
                .ofMaxSize(400);
        return Arbitraries.oneOf(anything, likely);
    }
}
