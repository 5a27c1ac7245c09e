package io.shomei.request.bulk;

import static io.shomei.request.bulk.RequestFileProblem.REQUEST_FILE_EMPTY;
import static io.shomei.request.bulk.RequestFileProblem.REQUEST_FILE_ENCODING;
import static io.shomei.request.bulk.RequestFileProblem.REQUEST_FILE_EXTENSION;
import static io.shomei.request.bulk.RequestFileProblem.REQUEST_FILE_LINE_TOO_LONG;
import static io.shomei.request.bulk.RequestFileProblem.REQUEST_FILE_MISSING;
import static io.shomei.request.bulk.RequestFileProblem.REQUEST_FILE_TOO_LARGE;
import static io.shomei.request.bulk.RequestFileProblem.REQUEST_FILE_TOO_MANY_ROWS;

import io.shomei.request.RowError;
import io.shomei.text.EncodingDetector;
import io.shomei.text.TextEncoding;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of an uploaded file, never more of it than one line at a time. Lines end with LF or CRLF, the last one with or
 * without. Blank lines at the end are nothing; a blank line between others is a line. Whatever bytes the file holds, nothing
 * but a {@link RequestFileProblem} comes out.
 */
final class RequestFileReader implements Closeable {
    private static final int BUFFER_CHARACTERS = 8 * 1024;

    private final TextEncoding encoding;
    private final RequestFileLimits limits;
    private final Reader in;
    private final char[] buffer = new char[BUFFER_CHARACTERS];
    private final StringBuilder line = new StringBuilder(2048);
    private int at;
    private int end;
    private long linesRead;
    private long next = 1;
    private int rows;
    private @Nullable RequestLine ahead;

    private RequestFileReader(Path file, TextEncoding encoding, RequestFileLimits limits) throws IOException {
        this.encoding = encoding;
        this.limits = limits;
        this.in = EncodingDetector.open(file, encoding);
    }

    /**
     * Opens a file that was stored under another name.
     *
     * @param fileName the name it had when it was uploaded
     * @throws io.shomei.kernel.ProblemException with a {@link RequestFileProblem}, here and from {@link #read}
     */
    static RequestFileReader open(Path file, String fileName, RequestFileLimits limits) throws IOException {
        requireAcceptable(file, fileName, limits);
        TextEncoding encoding = EncodingDetector.detect(file).orElseThrow(() -> REQUEST_FILE_ENCODING.because(""));
        var reader = new RequestFileReader(file, encoding, limits);
        try {
            reader.ahead = reader.nextThatIsNotBlank();
            if (reader.ahead == null) {
                throw REQUEST_FILE_EMPTY.because("");
            }
            return reader;
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private static void requireAcceptable(Path file, String fileName, RequestFileLimits limits) throws IOException {
        if (fileName.isBlank() || !Files.isRegularFile(file)) {
            throw REQUEST_FILE_MISSING.because("");
        }
        String name = fileName.toLowerCase(Locale.ROOT);
        if (!name.endsWith(".tsv") && !name.endsWith(".txt")) {
            throw REQUEST_FILE_EXTENSION.because("%s", RowError.shown(fileName));
        }
        long size = Files.size(file);
        if (size > limits.maxBytes()) {
            throw REQUEST_FILE_TOO_LARGE.because("%d > %d", size, limits.maxBytes());
        }
        if (size == 0) {
            throw REQUEST_FILE_EMPTY.because("");
        }
    }

    TextEncoding encoding() {
        return encoding;
    }

    /** The next lines in file order; none at the end of the file. */
    List<RequestLine> read(int atMost) throws IOException {
        var lines = new ArrayList<RequestLine>(atMost);
        for (RequestLine read = nextRow(); read != null; read = nextRow()) {
            lines.add(read);
            if (lines.size() == atMost) {
                break;
            }
        }
        return lines;
    }

    private @Nullable RequestLine nextRow() throws IOException {
        RequestLine row = ahead;
        if (row == null) {
            return null;
        }
        if (++rows > limits.maxRows()) {
            throw REQUEST_FILE_TOO_MANY_ROWS.because("> %d", limits.maxRows());
        }
        if (next < row.number()) {
            return new RequestLine(next++, "");
        }
        next++;
        ahead = nextThatIsNotBlank();
        return row;
    }

    /** Spreadsheets leave rows of nothing but tabs behind; they are blank too. */
    private @Nullable RequestLine nextThatIsNotBlank() throws IOException {
        String text = nextLine();
        while (text != null && text.isBlank()) {
            text = nextLine();
        }
        return text == null ? null : new RequestLine(linesRead, text);
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
            throw REQUEST_FILE_LINE_TOO_LONG.because("%d: > %d", linesRead + 1, limits.maxLineCharacters());
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
