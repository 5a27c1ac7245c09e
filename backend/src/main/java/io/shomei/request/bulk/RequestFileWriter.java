package io.shomei.request.bulk;

import io.shomei.request.RowError;
import io.shomei.text.TabbedWriter;
import io.shomei.text.TextEncoding;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes request files and their results, line by line, in any of the encodings that are read. */
final class RequestFileWriter implements Closeable {
    private final TabbedWriter out;

    RequestFileWriter(OutputStream out, TextEncoding encoding) throws IOException {
        this.out = new TabbedWriter(out, encoding);
    }

    /** A whole file for upload. */
    static byte[] written(List<List<String>> rows, TextEncoding encoding) {
        var out = new ByteArrayOutputStream();
        try (var writer = new RequestFileWriter(out, encoding)) {
            for (List<String> row : rows) {
                writer.row(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** One row as files for upload have it. */
    void row(List<String> cells) throws IOException {
        out.row(cells);
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
        List<String> all = new ArrayList<>(cells);
        while (all.size() < columns) {
            all.add("");
        }
        all.addAll(List.of(result, cell(errors, language), serial));
        out.row(all);
    }

    /** All errors of a row in one cell. */
    static String cell(List<RowError> errors, Locale language) {
        return errors.stream().map(error -> error.cell(language)).collect(Collectors.joining(" / "));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
