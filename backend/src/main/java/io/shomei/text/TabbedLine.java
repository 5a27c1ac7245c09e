package io.shomei.text;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a file of tab-separated values.
 *
 * @param number from 1, blank lines counted
 * @param text without its line end
 */
public record TabbedLine(long number, String text) {
    private static final int USUAL_COLUMNS = 13;

    /** Its values. There is no quoting: a quotation mark is a character like any other. */
    public List<String> cells() {
        var cells = new ArrayList<String>(USUAL_COLUMNS);
        int from = 0;
        for (int tab = text.indexOf('\t'); tab >= 0; tab = text.indexOf('\t', from)) {
            cells.add(text.substring(from, tab));
            from = tab + 1;
        }
        cells.add(text.substring(from));
        return List.copyOf(cells);
    }
}
