package io.shomei.keys;

import java.math.BigInteger;
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

    /**
     * The same text for the same octets.
     *
     * @param octets uniform and secret, such as an HMAC; many more bits than the text, so that no character is likelier
     */
    public static String of(byte[] octets, int length) {
        BigInteger number = new BigInteger(1, octets);
        BigInteger base = BigInteger.valueOf(ALPHABET.length());
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            BigInteger[] parts = number.divideAndRemainder(base);
            text.append(ALPHABET.charAt(parts[1].intValue()));
            number = parts[0];
        }
        return text.toString();
    }
}
