package io.shomei.revocation.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.kernel.ProblemException;
import io.shomei.text.TextEncoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class NameListProperties {
    @Property(tries = 300)
    void whatIsWrittenIsRead(
            @ForAll TextEncoding encoding,
            @ForAll("names") List<String> names,
            @ForAll boolean headed,
            @ForAll boolean quoted,
            @ForAll("lineEnds") String lineEnd)
            throws IOException {
        String column = names.stream()
                .map(name -> quoted ? "\"" + name.replace("\"", "\"\"") + "\"" : name)
                .collect(Collectors.joining(lineEnd, headed ? "コモンネーム" + lineEnd : "", lineEnd));
        var content = new ByteArrayOutputStream();
        content.writeBytes(encoding.byteOrderMark());
        content.writeBytes(column.getBytes(encoding.charset()));

        NameList list = read(content.toByteArray());

        assertThat(list.encoding()).isEqualTo(encoding);
        assertThat(list.entries()).extracting(NameList.Entry::name).isEqualTo(names);
        assertThat(list.entries()).extracting(NameList.Entry::line).isSorted().doesNotHaveDuplicates();
    }

    @Property(tries = 500)
    void whateverBytesComeNothingButAProblemIsThrown(@ForAll("bytes") byte[] content) throws IOException {
        try {
            NameList list = read(content);
            assertThat(list.entries()).isNotEmpty().hasSizeLessThanOrEqualTo(1_000);
            assertThat(list.entries()).allMatch(entry -> !entry.name().isBlank());
            assertThat(list.entries()).extracting(NameList.Entry::line).doesNotHaveDuplicates();
        } catch (ProblemException refusal) {
            assertThat(refusal.code()).isInstanceOf(BulkRevocationProblem.class);
        }
    }

    private static NameList read(byte[] content) throws IOException {
        Path file = Files.createTempFile("names", ".csv");
        try {
            return NameList.read(Files.write(file, content), 1_000);
        } finally {
            Files.delete(file);
        }
    }

    /** Each begins with a Japanese word, so that Shift_JIS can be told from UTF-8 and none is a heading. */
    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("-._ @あいう山田花子")
                .ofMaxLength(40)
                .map(text -> ("証明" + text).strip())
                .list()
                .ofMinSize(1)
                .ofMaxSize(50);
    }

    @Provide
    Arbitrary<String> lineEnds() {
        return Arbitraries.of("\n", "\r\n");
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        Arbitrary<byte[]> anything = Arbitraries.bytes().array(byte[].class).ofMaxSize(400);
        Arbitrary<byte[]> likely = Arbitraries.frequencyOf(
                        Tuple.of(6, Arbitraries.bytes().between((byte) 1, (byte) 127)),
                        Tuple.of(3, Arbitraries.of((byte) '"', (byte) ',', (byte) '\n', (byte) '\r', (byte) '\t')),
                        Tuple.of(2, Arbitraries.bytes()))
                .array(byte[].class)
                .ofMaxSize(400);
        return Arbitraries.oneOf(anything, likely);
    }
}
