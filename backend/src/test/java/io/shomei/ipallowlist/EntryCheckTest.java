package io.shomei.ipallowlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.shomei.ipallowlist.EntryFault.Code;
import io.shomei.kernel.Language;
import io.shomei.kernel.ProblemException;
import io.shomei.text.TextEncoding;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists are read as a whole, from the form and from a file. */
class EntryCheckTest {
    @TempDir
    Path directory;

    @Test
    void entriesHaveOneForm() {
        EntryCheck check = EntryCheck.of(lines("192.0.2.10", " 2001:DB8:0::/32 ", "10.0.0.0/8"));
        assertThat(check.faults()).isEmpty();
        assertThat(check.entries())
                .extracting(each -> each.range().toString())
                .containsExactly("192.0.2.10", "2001:db8::/32", "10.0.0.0/8");
    }

    @Test
    void everyFaultIsFoundWithItsRowAndCure() {
        EntryCheck check = EntryCheck.of(List.of(
                new EntryCheck.Line(1, "192.0.2.0/24", "本社"),
                new EntryCheck.Line(2, "office.example.jp", ""),
                new EntryCheck.Line(3, "192.0.2.0/33", ""),
                new EntryCheck.Line(4, "192.0.2.7/24", ""),
                new EntryCheck.Line(5, "192.0.2.0/24", ""),
                new EntryCheck.Line(6, "", "あ".repeat(101)),
                new EntryCheck.Line(7, "::1", "a\nb")));
        assertThat(check.faults())
                .extracting(EntryFault::row, EntryFault::code)
                .containsExactly(
                        tuple(2L, Code.NotAnAddress),
                        tuple(3L, Code.PrefixOutOfRange),
                        tuple(4L, Code.HostBitsSet),
                        tuple(5L, Code.Duplicate),
                        tuple(6L, Code.NotAnAddress),
                        tuple(6L, Code.MemoTooLong),
                        tuple(7L, Code.MemoNotOneLine));
        assertThat(check.faults().get(2).cure(Language.EN))
                .contains("Write 192.0.2.7 for the address, or 192.0.2.0/24 for the range.");
        assertThat(check.entries()).hasSize(1);
    }

    @Test
    void everyFaultHasASentenceAndACureInBothLanguages() {
        for (Code code : Code.values()) {
            EntryFault fault = new EntryFault(1, EntryFault.Column.RANGE, code, List.of("1", "2"));
            for (Language language : Language.values()) {
                assertThat(fault.message(language)).isNotEqualTo(code.name());
                assertThat(fault.cure(language)).isPresent();
            }
        }
    }

    @Test
    void aListHasAnEnd() {
        List<String> many = IntStream.rangeClosed(0, AllowedRange.MOST)
                .mapToObj(i -> "10.0." + i / 256 + "." + i % 256)
                .toList();
        assertThat(EntryCheck.of(lines(many.toArray(String[]::new))).faults())
                .extracting(EntryFault::row, EntryFault::code)
                .containsExactly(tuple(AllowedRange.MOST + 1L, Code.TooManyEntries));
        assertThat(EntryCheck.of(lines(many.subList(1, many.size()).toArray(String[]::new)))
                        .faults())
                .isEmpty();
    }

    @Test
    void aFileIsReadInWhatSpreadsheetsWrite() throws IOException {
        Charset shiftJis = TextEncoding.SHIFT_JIS.charset();
        IpAllowlistFile read = read("IPアドレス,メモ\r\n192.0.2.0/24,\"本社, 1階\"\r\n\r\n2001:db8::/32\r\n".getBytes(shiftJis));
        assertThat(read.encoding()).isEqualTo(TextEncoding.SHIFT_JIS);
        assertThat(read.check().faults()).isEmpty();
        assertThat(read.check().entries())
                .extracting(each -> each.range().toString(), AllowedRange::memo)
                .containsExactly(tuple("192.0.2.0/24", "本社, 1階"), tuple("2001:db8::/32", ""));
    }

    @Test
    void rowsOfAFileAreThoseAPersonSees() throws IOException {
        IpAllowlistFile read = read("range,memo\n192.0.2.1,a\n\nnonsense,b\n".getBytes(StandardCharsets.UTF_8));
        assertThat(read.check().faults())
                .extracting(EntryFault::row, EntryFault::code)
                .containsExactly(tuple(4L, Code.NotAnAddress));
    }

    /** It would take the place of a list, and let everybody in. */
    @Test
    void aFileWithoutEntriesIsFaulty() throws IOException {
        for (String empty : List.of("", "range,memo\n", "\n , \n")) {
            assertThat(read(empty.getBytes(StandardCharsets.UTF_8)).check().faults())
                    .extracting(EntryFault::code)
                    .containsExactly(Code.NoEntries);
        }
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 0, 0, 0}))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal ->
                                assertThat(refusal.code()).isEqualTo(IpAllowlistProblem.IP_ALLOWLIST_FILE_UNREADABLE));
        assertThatThrownBy(() -> read("1".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ProblemException.class);
    }

    private IpAllowlistFile read(byte[] content) throws IOException {
        return IpAllowlistFile.read(Files.write(directory.resolve("list.csv"), content));
    }

    private static List<EntryCheck.Line> lines(String... ranges) {
        List<EntryCheck.Line> lines = new ArrayList<>();
        for (String range : ranges) {
            lines.add(new EntryCheck.Line(lines.size() + 1L, range, ""));
        }
        return lines;
    }
}
