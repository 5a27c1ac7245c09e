package io.shomei.text;

import io.shomei.kernel.ProblemCode;
import io.shomei.kernel.ProblemException;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of an uploaded file of tab-separated values, never more of it than one line at a time. Lines end with LF or CRLF, the last one with or
 * without. Blank lines at the end are nothing; a blank line between others is a line. Whatever bytes the file holds, nothing
 * but a refusal of whoever takes it comes out.
 */
public final class TabbedFile implements Closeable {
    private static final int BUFFER_CHARACTERS = 8 * 1024;

    /** Why a file as a whole cannot be taken. */
    public enum Fault {
        MISSING,
        EXTENSION,
        EMPTY,
        TOO_MANY_ROWS,
        LINE_TOO_LONG,
        TOO_LARGE,
        ENCODING
    }

    private final Function<Fault, ProblemCode> refusals;
    private final TextEncoding encoding;
    private final TabbedFileLimits limits;
    private final Reader in;
    private final char[] buffer = new char[BUFFER_CHARACTERS];
    private final StringBuilder line = new StringBuilder(2048);
    private int at;
    private int end;
    private long linesRead;
    private long next = 1;
    private int rows;
    private @Nullable TabbedLine ahead;

    private TabbedFile(Path file, TextEncoding encoding, TabbedFileLimits limits, Function<Fault, ProblemCode> refusals)
            throws IOException {
        this.refusals = refusals;
        this.encoding = encoding;
        this.limits = limits;
        this.in = EncodingDetector.open(file, encoding);
    }

    /**
     * Opens a file that was stored under another name.
     *
     * @param fileName the name it had when it was uploaded
     * @param refusals how whoever takes the file calls what is wrong with it
     * @throws ProblemException with one of the refusals, here and from {@link #read}
     */
    public static TabbedFile open(
            Path file, String fileName, TabbedFileLimits limits, Function<Fault, ProblemCode> refusals)
            throws IOException {
        requireAcceptable(file, fileName, limits, refusals);
        TextEncoding encoding = EncodingDetector.detect(file)
                .orElseThrow(() -> refusals.apply(Fault.ENCODING).because(""));
        var reader = new TabbedFile(file, encoding, limits, refusals);
        try {
            reader.ahead = reader.nextThatIsNotBlank();
            if (reader.ahead == null) {
                throw refusals.apply(Fault.EMPTY).because("");
            }
            return reader;
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private static void requireAcceptable(
            Path file, String fileName, TabbedFileLimits limits, Function<Fault, ProblemCode> refusals)
            throws IOException {
        if (fileName.isBlank() || !Files.isRegularFile(file)) {
            throw refusals.apply(Fault.MISSING).because("");
        }
        String name = fileName.toLowerCase(Locale.ROOT);
        if (!name.endsWith(".tsv") && !name.endsWith(".txt")) {
            throw refusals.apply(Fault.EXTENSION).because("%s", Excerpt.of(fileName));
        }
        long size = Files.size(file);
        if (size > limits.maxBytes()) {
            throw refusals.apply(Fault.TOO_LARGE).because("%d > %d", size, limits.maxBytes());
        }
        if (size == 0) {
            throw refusals.apply(Fault.EMPTY).because("");
        }
    }

    public TextEncoding encoding() {
        return encoding;
    }

    /** The next lines in file order; none at the end of the file. */
    public List<TabbedLine> read(int atMost) throws IOException {
        var lines = new ArrayList<TabbedLine>(atMost);
        for (TabbedLine read = nextRow(); read != null; read = nextRow()) {
            lines.add(read);
            if (lines.size() == atMost) {
                break;
            }
        }
        return lines;
    }

    private @Nullable TabbedLine nextRow() throws IOException {
        TabbedLine row = ahead;
        if (row == null) {
            return null;
        }
        if (++rows > limits.maxRows()) {
            throw refusals.apply(Fault.TOO_MANY_ROWS).because("> %d", limits.maxRows());
        }
        if (next < row.number()) {
            return new TabbedLine(next++, "");
        }
        next++;
        ahead = nextThatIsNotBlank();
        return row;
    }

    /** Spreadsheets leave rows of nothing but tabs behind; they are blank too. */
    private @Nullable TabbedLine nextThatIsNotBlank() throws IOException {
        String text = nextLine();
        while (text != null && text.isBlank()) {
            text = nextLine();
        }
        return text == null ? null : new TabbedLine(linesRead, text);
    }

    private @Nullable String nextLine() throws IOException {
        line.setLength(0);
        while (hasMore()) {
            int lineEnd = indexOfLineEnd();
            line.append(buffer, at, lineEnd - at);
            requireBounded(1);
            at = lineEnd;
            if (lineEnd < end) {
                at++;
                return finishedLine();
            }
        }
        return line.isEmpty() ? null : finishedLine();
    }

    private String finishedLine() {
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
            line.setLength(last);
        }
        requireBounded(0);
        linesRead++;
        return line.toString();
    }

    private void requireBounded(int lineEndCharacters) {
        if (line.length() > limits.maxLineCharacters() + lineEndCharacters) {
            throw refusals.apply(Fault.LINE_TOO_LONG).because("%d: > %d", linesRead + 1, limits.maxLineCharacters());
        }
    }

    private boolean hasMore() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer));
        }
        return end > 0;
    }

    private int indexOfLineEnd() {
        int index = at;
        while (index < end && buffer[index] != '\n') {
            index++;
        }
        return index;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
