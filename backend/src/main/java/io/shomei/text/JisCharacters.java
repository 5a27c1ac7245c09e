package io.shomei.text;

import java.nio.charset.Charset;
import java.util.BitSet;

/**
 * The characters every Japanese system of the trade can show: JIS X 0201, and JIS X 0208 with its kanji of levels 1 and 2. The
 * vendors' additions (circled digits, ladder forms of names) are missing on purpose: mails in ISO-2022-JP cannot hold them.
 */
public final class JisCharacters {
    private static final int LAST_ROW_OF_SYMBOLS = 8;
    private static final int FIRST_ROW_OF_KANJI = 16;
    private static final int LAST_ROW_OF_KANJI = 84;

    private static final BitSet PERMITTED = permitted();

    private JisCharacters() {}

    /** The first character of the text that is not among them, or -1. */
    public static int firstOutside(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!PERMITTED.get(text.charAt(i))) {
                return text.codePointAt(i);
            }
        }
        return -1;
    }

    private static BitSet permitted() {
        var permitted = new BitSet(0x10000);
        permitted.set(' ', '~' + 1);
        permitted.set('\uFF61', '\uFF9F' + 1);
        // The two charsets differ in seven symbols such as the wave dash; files in Unicode come with either.
        add(permitted, Charset.forName("windows-31j"));
        add(permitted, Charset.forName("Shift_JIS"));
        return permitted;
    }

    private static void add(BitSet permitted, Charset charset) {
        for (int lead = 0x81; lead <= 0xEA; lead++) {
            for (int trail = 0x40; trail <= 0xFC; trail++) {
                if (isPermitted(row(lead, trail))) {
                    String text = new String(new byte[] {(byte) lead, (byte) trail}, charset);
                    if (text.length() == 1 && text.charAt(0) > '~' && text.charAt(0) != '\uFFFD') {
                        permitted.set(text.charAt(0));
                    }
                }
            }
        }
    }

    /** JIS X 0208 appendix 1: two rows to a lead byte. */
    private static int row(int lead, int trail) {
        int pair = lead <= 0x9F ? lead - 0x81 : lead - 0xC1;
        return 2 * pair + (trail >= 0x9F ? 2 : 1);
    }

    private static boolean isPermitted(int row) {
        return (row >= 1 && row <= LAST_ROW_OF_SYMBOLS) || (row >= FIRST_ROW_OF_KANJI && row <= LAST_ROW_OF_KANJI);
    }
}
