package io.shomei.text;

/** The beginning of a value that somebody sent, fit to stand in a sentence and in the database: nothing invisible is left in it. */
public final class Excerpt {
    private static final int CHARACTERS = 80;
    private static final int REPLACEMENT = '\uFFFD';

    private Excerpt() {}

    public static String of(String value) {
        var shown = new StringBuilder();
        value.codePoints()
                .limit(CHARACTERS)
                .map(c -> isVisible(c) ? c : REPLACEMENT)
                .forEach(shown::appendCodePoint);
        boolean cut = value.codePointCount(0, value.length()) > CHARACTERS;
        return cut ? shown.append('…').toString() : shown.toString();
    }

    /** Format characters turn the direction of the sentence around them; lone surrogates and U+0000 cannot be stored. */
    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
