package io.shomei.request.bulk;

import io.shomei.request.RowError;
import io.shomei.text.TextEncoding;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes request files and their results, line by line, in any of the encodings that are read. */
public final class RequestFileWriter implements Closeable {
    private static final String LINE_END = "\r\n";

    /** The geta mark, which stands in Japanese print for a character that is not at hand. */
    private static final byte[] GETA_IN_SHIFT_JIS = {(byte) 0x81, (byte) 0xAC};

    private final TextEncoding encoding;
    private final Writer out;

    public RequestFileWriter(OutputStream out, TextEncoding encoding) throws IOException {
        this.encoding = encoding;
        out.write(encoding.byteOrderMark());
        this.out = new BufferedWriter(new OutputStreamWriter(out, encoder(encoding)));
    }

    /** One row as files for upload have it. */
    public void row(List<String> cells) throws IOException {
        writeCells(cells);
        out.write(LINE_END);
    }

    /**
     * One row with three more columns: what came of it, what is wrong with it, the serial number of its certificate.
     *
     * @param columns how many columns the file has; a row with fewer is filled up, so that the results stand one below the other
     * @param result such as OK or NG
     * @param serial in decimal; empty while there is no certificate
     */
    void result(List<String> cells, int columns, String result, List<RowError> errors, String serial, Locale language)
            throws IOException {
        writeCells(cells);
        for (int column = cells.size(); column < columns; column++) {
            out.write('\t');
        }
        out.write('\t');
        writeCells(List.of(result, cell(errors, language), serial));
        out.write(LINE_END);
    }

    /** All errors of a row in one cell. */
    static String cell(List<RowError> errors, Locale language) {
        return errors.stream().map(error -> error.cell(language)).collect(Collectors.joining(" / "));
    }

    private void writeCells(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write('\t');
            }
            writeCell(cells.get(i));
        }
    }

    private void writeCell(String cell) throws IOException {
        for (int i = 0; i < cell.length(); i++) {
            out.write(written(cell.charAt(i)));
        }
    }

    private char written(char c) {
        if (Character.isISOControl(c)) {
            return ' ';
        }
        return encoding == TextEncoding.SHIFT_JIS ? ShiftJis.writable(c) : c;
    }

    private static CharsetEncoder encoder(TextEncoding encoding) {
        CharsetEncoder encoder = encoding.charset()
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        return encoding == TextEncoding.SHIFT_JIS ? encoder.replaceWith(GETA_IN_SHIFT_JIS) : encoder;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
