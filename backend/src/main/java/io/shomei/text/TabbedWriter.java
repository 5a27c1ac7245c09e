package io.shomei.text;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.List;

/** Writes tab-separated files, line by line, in any of the encodings that are read. */
public final class TabbedWriter implements Closeable, Flushable {
    private static final String LINE_END = "\r\n";

    /** The geta mark, which stands in Japanese print for a character that is not at hand. */
    private static final byte[] GETA_IN_SHIFT_JIS = {(byte) 0x81, (byte) 0xAC};

    private final TextEncoding encoding;
    private final Writer out;

    public TabbedWriter(OutputStream out, TextEncoding encoding) throws IOException {
        this.encoding = encoding;
        out.write(encoding.byteOrderMark());
        this.out = new BufferedWriter(new OutputStreamWriter(out, encoder(encoding)));
    }

    public void row(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write('\t');
            }
            cell(cells.get(i));
        }
        out.write(LINE_END);
    }

    private void cell(String cell) throws IOException {
        // Most cells stand as they are, and long ones are certificates.
        if (cell.chars().allMatch(c -> written((char) c) == c)) {
            out.write(cell);
            return;
        }
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
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
