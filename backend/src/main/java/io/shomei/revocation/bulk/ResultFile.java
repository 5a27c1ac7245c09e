package io.shomei.revocation.bulk;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.shomei.certificate.Certificate;
import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import io.shomei.text.TextEncoding;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came of each line as a CSV (RFC 4180). Its second column is headed so that the file can be uploaded again. */
final class ResultFile implements Closeable {
    private static final Texts TEXTS = Texts.load("io/shomei/revocation/bulk/result");
    private static final List<String> COLUMNS =
            List.of("line", "name", "code", "outcome", "cure", "serial", "until", "email");

    private final CsvWriter out;
    private final Language language;

    ResultFile(OutputStream out, TextEncoding encoding, Language language) throws IOException {
        out.write(encoding.byteOrderMark());
        this.language = language;
        this.out = CsvWriter.builder()
                .build(new OutputStreamWriter(
                        out,
                        encoding.charset()
                                .newEncoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)));
        this.out.writeRecord(COLUMNS.stream()
                .map(each -> TEXTS.get(language, "column." + each))
                .toList());
    }

    /** Spreadsheets take UTF-8 for something else unless it is marked. */
    static TextEncoding encoding(String label) {
        TextEncoding encoding = TextEncoding.ofLabel(label).orElseThrow();
        return encoding == TextEncoding.UTF_8 ? TextEncoding.UTF_8_BOM : encoding;
    }

    void write(BulkRevocationLine line, @Nullable Certificate certificate) {
        String outcome = line.outcome().name();
        out.writeRecord(Stream.of(
                        String.valueOf(line.number()),
                        certificate == null ? line.name() : certificate.commonName(),
                        outcome,
                        TEXTS.get(language, outcome + ".title"),
                        TEXTS.get(language, outcome + ".cure"),
                        certificate == null ? null : certificate.serial().decimal(),
                        certificate == null ? null : certificate.notAfter().toString(),
                        certificate == null ? null : certificate.subscriber().email())
                .map(each -> Objects.requireNonNullElse(each, ""))
                .map(ResultFile::harmless)
                .toList());
    }

    /** A spreadsheet carries out what begins like a formula; the name is whatever somebody uploaded. */
    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
