package io.shomei.text;

/** How much of a file is taken. How many rows is the taker's business, the rest protects the machine. */
public record TabbedFileLimits(long maxBytes, int maxRows, int maxLineCharacters) {
    public static final long MAX_BYTES = 64L * 1024 * 1024;
    public static final int MAX_LINE_CHARACTERS = 16 * 1024;

    public static TabbedFileLimits ofRows(int maxRows) {
        return new TabbedFileLimits(MAX_BYTES, maxRows, MAX_LINE_CHARACTERS);
    }
}
