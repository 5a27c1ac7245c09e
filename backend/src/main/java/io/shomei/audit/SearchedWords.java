package io.shomei.audit;

import io.shomei.database.Like;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** What somebody looks for in the words of events, in letters of either case. */
record SearchedWords(String text) {
    /** A condition with one parameter, which is put into small letters once and not for each event. */
    static final String CONDITION = "words like (select lower(?))";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int MOST_PARTS = 4;

    /** The parameter. */
    String pattern() {
        return Like.containing(text);
    }

    /**
     * Parameters for the longest of its words; whatever has the text has each of them. The sign on either side of a word is kept: where a word
     * begins tells an index of three characters at a time as much as a letter.
     */
    List<String> parts() {
        return WORD.matcher(text)
                .results()
                .sorted(Comparator.comparingInt(word -> word.start() - word.end()))
                .limit(MOST_PARTS)
                .map(word -> text.substring(
                        word.start() == 0 ? 0 : text.offsetByCodePoints(word.start(), -1),
                        word.end() == text.length() ? word.end() : text.offsetByCodePoints(word.end(), 1)))
                .map(Like::containingAll)
                .toList();
    }
}
