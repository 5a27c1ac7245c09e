package io.shomei.ipallowlist;

import static io.shomei.ipallowlist.IpAllowlistProblem.IP_ALLOWLIST_FILE_UNREADABLE;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.shomei.ipallowlist.EntryFault.Code;
import io.shomei.ipallowlist.EntryFault.Column;
import io.shomei.text.EncodingDetector;
import io.shomei.text.TextEncoding;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A list as a CSV (RFC 4180): address or network, and a memo. A heading above them is passed over. The file takes the place of the
 * whole list, so one without entries is a fault rather than a list that lets everybody in.
 */
record IpAllowlistFile(TextEncoding encoding, EntryCheck check) {
    private static final int LONGEST_RECORD = 16 * 1024;
    private static final Set<String> HEADINGS = Set.of("range", "address", "ip", "ipaddress", "ipアドレス", "アドレス");

    /** @throws io.shomei.kernel.ProblemException when it is no text, or no CSV */
    static IpAllowlistFile read(Path file) throws IOException {
        TextEncoding encoding =
                EncodingDetector.detect(file).orElseThrow(() -> IP_ALLOWLIST_FILE_UNREADABLE.because(""));
        try (Reader in = EncodingDetector.open(file, encoding)) {
            List<EntryCheck.Line> lines = lines(in);
            return new IpAllowlistFile(
                    encoding,
                    lines.isEmpty()
                            ? new EntryCheck(
                                    List.of(), List.of(new EntryFault(1, Column.RANGE, Code.NoEntries, List.of())))
                            : EntryCheck.of(lines));
        }
    }

    private static List<EntryCheck.Line> lines(Reader in) {
        List<EntryCheck.Line> lines = new ArrayList<>();
        // Closing the file is the caller's business.
        try {
            for (CsvRecord record : records(in)) {
                boolean blank = record.getFields().stream().allMatch(String::isBlank);
                if (!blank && !(lines.isEmpty() && isHeading(record))) {
                    lines.add(new EntryCheck.Line(
                            record.getStartingLineNumber(),
                            record.getField(0),
                            record.getFieldCount() > 1 ? record.getField(1) : ""));
                }
                if (lines.size() > AllowedRange.MOST) {
                    break;
                }
            }
        } catch (CsvParseException tooLongOrNoCsv) {
            throw IP_ALLOWLIST_FILE_UNREADABLE.because("");
        }
        return lines;
    }

    private static Iterable<CsvRecord> records(Reader in) {
        return CsvReader.builder()
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LONGEST_RECORD)
                .ofCsvRecord(in);
    }

    private static boolean isHeading(CsvRecord record) {
        return HEADINGS.contains(
                record.getField(0).replaceAll("[\\s_\\u3000]", "").toLowerCase(Locale.ROOT));
    }
}
