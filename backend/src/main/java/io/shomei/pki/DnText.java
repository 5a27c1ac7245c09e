package io.shomei.pki;

import io.shomei.pki.DnSyntaxException.Reason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the form people write: {@code CN=www.a.ac.jp,O=A University, Tokyo,C=JP}. A comma is part of the value unless a name and an
 * equals sign follow it, so the text is split on {@code ,NAME=} and on nothing else.
 */
final class DnText {
    private static final int MAX_LENGTH = 1024;

    /** A separator, also with the spaces that are then refused by name. */
    private static final Pattern SEPARATOR = Pattern.compile("(?:^|,)([ \\u3000]*)([A-Za-z]{1,24})([ \\u3000]*)=");

    private static final Set<AttributeType> REPEATABLE = EnumSet.of(AttributeType.OU);

    private DnText() {}

    static List<Attribute> parse(String text) {
        if (text.isEmpty()) {
            throw new DnSyntaxException(Reason.EMPTY, 0);
        }
        if (text.length() > MAX_LENGTH) {
            throw new DnSyntaxException(Reason.TOO_LONG, MAX_LENGTH);
        }
        var attributes = new ArrayList<Attribute>(6);
        Set<AttributeType> seen = EnumSet.noneOf(AttributeType.class);
        Matcher separator = SEPARATOR.matcher(text);
        if (text.startsWith(",") || !separator.find() || separator.start() != 0) {
            throw new DnSyntaxException(Reason.NO_ATTRIBUTE, 0);
        }
        boolean more = true;
        while (more) {
            AttributeType type = type(separator);
            int nameAt = separator.start(2);
            int valueAt = separator.end();
            more = nextSeparator(separator);
            String value = text.substring(valueAt, more ? separator.start() : text.length());
            checkValue(type, value, valueAt);
            if (!seen.add(type) && !REPEATABLE.contains(type)) {
                throw new DnSyntaxException(Reason.REPEATED_ATTRIBUTE, nameAt);
            }
            attributes.add(new Attribute(type, value));
        }
        return attributes;
    }

    /** Whether part of the value would be read as another attribute once it is written as text. */
    static boolean isAmbiguous(String value) {
        return nextSeparator(SEPARATOR.matcher("=" + value));
    }

    private static boolean nextSeparator(Matcher separator) {
        while (separator.find()) {
            // ", Inc=" inside a value is prose; ", OU=" is somebody's space.
            boolean spaced =
                    !separator.group(1).isEmpty() || !separator.group(3).isEmpty();
            if (!spaced || isKnown(separator.group(2))) {
                return true;
            }
        }
        return false;
    }

    private static AttributeType type(Matcher separator) {
        String name = separator.group(2);
        int position = separator.start(2);
        if (!isKnown(name)) {
            throw new DnSyntaxException(Reason.UNKNOWN_ATTRIBUTE, position);
        }
        if (!separator.group(1).isEmpty()) {
            throw new DnSyntaxException(Reason.SPACE_AROUND_SEPARATOR, separator.start(1));
        }
        if (!separator.group(3).isEmpty()) {
            throw new DnSyntaxException(Reason.SPACE_AROUND_SEPARATOR, separator.start(3));
        }
        return AttributeType.ofLabel(name)
                .orElseThrow(() -> new DnSyntaxException(Reason.NAME_NOT_UPPER_CASE, position));
    }

    private static boolean isKnown(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "CN", "OU", "O", "L", "ST", "C", "E", "EMAILADDRESS", "SERIALNUMBER" -> true;
            default -> false;
        };
    }

    private static void checkValue(AttributeType type, String value, int position) {
        if (value.isEmpty()) {
            throw new DnSyntaxException(Reason.EMPTY_VALUE, position);
        }
        if (isSpace(value.charAt(0))) {
            throw new DnSyntaxException(Reason.SPACE_AROUND_SEPARATOR, position);
        }
        if (isSpace(value.charAt(value.length() - 1))) {
            throw new DnSyntaxException(Reason.SPACE_AROUND_SEPARATOR, position + value.length() - 1);
        }
        int bad = badCharacter(type, value);
        if (bad >= 0) {
            throw new DnSyntaxException(Reason.BAD_CHARACTER, position + bad);
        }
    }

    /** The index of the first character this attribute cannot hold, or -1. */
    private static int badCharacter(AttributeType type, String value) {
        for (int i = 0; i < value.length(); ) {
            int c = value.codePointAt(i);
            boolean lone = Character.isBmpCodePoint(c) && Character.isSurrogate((char) c);
            // Format characters (bidirectional overrides, zero-width) make two different names look alike.
            boolean invisible = Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.LINE_SEPARATOR
                    || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
            if (lone || invisible || !type.canHold(Character.toString(c))) {
                return i;
            }
            i += Character.charCount(c);
        }
        return -1;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\u3000';
    }
}
