package io.shomei.revocation.bulk;

import static io.shomei.revocation.bulk.BulkRevocationProblem.NAME_LIST_EMPTY;
import static io.shomei.revocation.bulk.BulkRevocationProblem.NAME_LIST_TOO_LARGE;
import static io.shomei.revocation.bulk.BulkRevocationProblem.NAME_LIST_TOO_LONG;
import static io.shomei.revocation.bulk.BulkRevocationProblem.NAME_LIST_UNREADABLE;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.shomei.text.EncodingDetector;
import io.shomei.text.TextEncoding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An uploaded list of common names: one a line, or a CSV (RFC 4180) or TSV in which a heading says where the names stand. Without
 * such a heading the first column holds them.
 */
record NameList(TextEncoding encoding, List<Entry> entries) {
    /** Twice what ten thousand of the longest host names take. */
    static final long MAX_BYTES = 4L << 20;

    private static final int LONGEST_RECORD = 16 * 1024;
    /** Without spaces and in lower case. The last one heads the names in the lists that officers download. */
    private static final Set<String> HEADINGS = Set.of("commonname", "cn", "コモンネーム", "fqdn", "利用管理者fqdn");

    /** A name, and the line of the file it stands in. */
    record Entry(long line, String name) {}

    /**
     * @throws io.shomei.kernel.ProblemException with a {@link BulkRevocationProblem}
     */
    static NameList read(Path file, int mostNames) throws IOException {
        long size = Files.size(file);
        if (size > MAX_BYTES) {
            throw NAME_LIST_TOO_LARGE.because("%d > %d", size, MAX_BYTES);
        }
        if (size == 0) {
            throw NAME_LIST_EMPTY.because("");
        }
        TextEncoding encoding = EncodingDetector.detect(file).orElseThrow(() -> NAME_LIST_UNREADABLE.because(""));
        try (BufferedReader in = new BufferedReader(EncodingDetector.open(file, encoding))) {
            List<Entry> entries = entries(in, mostNames);
            if (entries.isEmpty()) {
                throw NAME_LIST_EMPTY.because("");
            }
            return new NameList(encoding, List.copyOf(entries));
        }
    }

    private static List<Entry> entries(BufferedReader in, int mostNames) throws IOException {
        char separator = separator(in);
        List<Entry> entries = new ArrayList<>();
        int column = -1;
        // Closing the file is the caller's business.
        try {
            for (CsvRecord record : records(in, separator)) {
                if (column < 0) {
                    column = headed(record);
                    if (column >= 0) {
                        continue;
                    }
                    column = 0;
                }
                String name = column < record.getFieldCount()
                        ? record.getField(column).strip()
                        : "";
                if (!name.isEmpty()) {
                    entries.add(new Entry(record.getStartingLineNumber(), name));
                }
                if (entries.size() > mostNames) {
                    throw NAME_LIST_TOO_LONG.because("> %d", mostNames);
                }
            }
        } catch (CsvParseException tooLongOrNoCsv) {
            throw NAME_LIST_UNREADABLE.because("");
        }
        return entries;
    }

    private static Iterable<CsvRecord> records(Reader in, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LONGEST_RECORD)
                .ofCsvRecord(in);
    }

    /** Where the names stand, if this record is a heading; else less than 0. */
    private static int headed(CsvRecord record) {
        List<String> fields = record.getFields();
        for (int i = 0; i < fields.size(); i++) {
            String title = fields.get(i).replaceAll("[\\s_\\u3000]", "").toLowerCase(Locale.ROOT);
            if (HEADINGS.contains(title)) {
                return i;
            }
        }
        return -1;
    }

    /** A tab in the first line that holds anything tells a TSV from a CSV; no common name has one. */
    private static char separator(BufferedReader in) throws IOException {
        in.mark(LONGEST_RECORD);
        char[] start = new char[LONGEST_RECORD - 1];
        int length = Math.max(0, in.read(start));
        in.reset();
        String first = new String(start, 0, length)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        return first.indexOf('\t') >= 0 ? '\t' : ',';
    }
}
