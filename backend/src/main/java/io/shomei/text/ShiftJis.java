package io.shomei.text;

/** Where Windows and the standard read one Shift_JIS code as two different characters of Unicode. */
final class ShiftJis {
    private ShiftJis() {}

    /** The character as Windows has it; without this a wave dash typed on another system would be lost. */
    static char writable(char c) {
        return switch (c) {
            case '\u301C' -> '\uFF5E';
            case '\u2016' -> '\u2225';
            case '\u2212' -> '\uFF0D';
            case '\u00A2' -> '\uFFE0';
            case '\u00A3' -> '\uFFE1';
            case '\u00AC' -> '\uFFE2';
            case '\u2014' -> '\u2015';
            default -> c;
        };
    }
}
