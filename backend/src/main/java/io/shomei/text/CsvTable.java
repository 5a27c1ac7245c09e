package io.shomei.text;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV (RFC 4180) that a spreadsheet opens as it is meant and without harm: UTF-8 is marked as such, and what would be taken
 * for a formula begins with an apostrophe. It is written while it is made.
 */
public final class CsvTable implements Closeable {
    private static final String FORMULA = "=+-@\t\r";

    private final CsvWriter out;

    /** A character that the encoding does not have becomes a question mark. */
    public CsvTable(OutputStream out, TextEncoding encoding) throws IOException {
        TextEncoding marked = encoding == TextEncoding.UTF_8 ? TextEncoding.UTF_8_BOM : encoding;
        out.write(marked.byteOrderMark());
        this.out = CsvWriter.builder()
                .build(new OutputStreamWriter(
                        out,
                        marked.charset()
                                .newEncoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    }

    /**
     * Adds a row; an absent cell is an empty one.
     *
     * @throws UncheckedIOException where whoever reads has gone
     */
    public void row(List<? extends @Nullable String> cells) {
        out.writeRecord(cells.stream().map(CsvTable::harmless).toList());
    }

    private static String harmless(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
