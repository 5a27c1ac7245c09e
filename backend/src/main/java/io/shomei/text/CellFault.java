package io.shomei.text;

import java.util.Optional;

/** What can be wrong with the value of a cell, whatever it is a value of. */
public enum CellFault {
    UNDECODABLE,
    CONTROL_CHARACTER,
    QUOTED,
    TOO_LONG;

    /** With it ISO-2022-JP changes its character set: mail programs save files so. */
    private static final char ESCAPE = '\u001B';

    /** The first of them; one mistake is one fault. */
    public static Optional<CellFault> of(String value, int maxLength) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == EncodingDetector.REPLACEMENT || c == ESCAPE) {
                return Optional.of(UNDECODABLE);
            }
            if (Character.isISOControl(c)) {
                return Optional.of(CONTROL_CHARACTER);
            }
        }
        if (isQuoted(value)) {
            return Optional.of(QUOTED);
        }
        return value.codePointCount(0, value.length()) > maxLength ? Optional.of(TOO_LONG) : Optional.empty();
    }

    /** What spreadsheets do to a value with a comma or a quotation mark in it. */
    private static boolean isQuoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    }
}
