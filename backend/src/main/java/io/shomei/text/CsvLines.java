package io.shomei.text;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of CSV (RFC 4180) that a spreadsheet opens without harm: what it would take for a formula begins with an apostrophe. */
public final class CsvLines {
    private static final String FORMULA = "=+-@\t\r";

    private CsvLines() {}

    /** One line with its end; an absent cell is an empty one. */
    public static String line(List<? extends @Nullable String> cells) {
        return cells.stream().map(CsvLines::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String harmless = FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
