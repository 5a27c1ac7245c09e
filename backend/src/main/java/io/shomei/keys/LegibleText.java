package io.shomei.keys;

import java.security.SecureRandom;

/** Text that people copy from paper: letters and digits without look-alikes (0 O 1 l I). Each character is 5.8 bits, twelve are 69. */
public final class LegibleText {
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private LegibleText() {}

    public static String random(SecureRandom random, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
