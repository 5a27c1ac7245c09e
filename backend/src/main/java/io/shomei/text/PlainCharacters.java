package io.shomei.text;

/** The characters that names in certificates may hold, as every program that shows certificates can. */
public enum PlainCharacters {
    /** Letters, digits, space and ' ( ) , - . / : = */
    OF_NAMES(""),
    /** Of a common name, which may be a mail address or an ID: as above, and @ _ */
    OF_COMMON_NAMES("@_");

    private static final String MARKS = " '(),-./:=";

    private final String further;

    PlainCharacters(String further) {
        this.further = further;
    }

    /** The first character of the text that is not among them, or -1. */
    public int firstOutside(String text) {
        return text.codePoints().filter(c -> !contains(c)).findFirst().orElse(-1);
    }

    private boolean contains(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || MARKS.indexOf(c) >= 0
                || further.indexOf(c) >= 0;
    }
}
