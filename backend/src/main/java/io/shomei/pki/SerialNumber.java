package io.shomei.pki;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A certificate's serial number: positive and at most 20 octets of DER (RFC 5280 4.1.2.2). */
public record SerialNumber(BigInteger value) {
    private static final int RANDOM_OCTETS = 16;
    private static final int MAX_BITS = 159;
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,48}");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9A-Fa-f]{1,40}");

    public SerialNumber {
        if (value.signum() <= 0 || value.bitLength() > MAX_BITS) {
            throw new IllegalArgumentException("a serial number is positive and has at most 20 octets");
        }
    }

    /** 128 random bits; the sign octet that DER puts before a set first bit keeps it positive. BR 7.1 asks for 64. */
    public static SerialNumber random(SecureRandom entropy) {
        byte[] octets = new byte[RANDOM_OCTETS];
        BigInteger value;
        do {
            entropy.nextBytes(octets);
            value = new BigInteger(1, octets);
        } while (value.signum() == 0);
        return new SerialNumber(value);
    }

    /** The number a stranger names, where a certificate can have it. */
    public static Optional<SerialNumber> of(BigInteger value) {
        return value.signum() > 0 && value.bitLength() <= MAX_BITS
                ? Optional.of(new SerialNumber(value))
                : Optional.empty();
    }

    /** Upper case, whole octets, as OpenSSL prints it. */
    public String hex() {
        return hex(value);
    }

    /** As {@link #hex()}, of a number that we would not give: of old roots it is 0. */
    static String hex(BigInteger value) {
        byte[] octets = value.abs().toByteArray();
        int skip = octets.length > 1 && octets[0] == 0 ? 1 : 0;
        return (value.signum() < 0 ? "-" : "") + HexFormat.of().withUpperCase().formatHex(octets, skip, octets.length);
    }

    public String decimal() {
        return value.toString();
    }

    /** Reads what a person typed: decimal, or hexadecimal with a leading {@code 0x}. */
    public static Optional<SerialNumber> parse(String text) {
        BigInteger value;
        if (HEXADECIMAL.matcher(text).matches()) {
            value = new BigInteger(text.substring(2), 16);
        } else if (DECIMAL.matcher(text).matches()) {
            value = new BigInteger(text);
        } else {
            return Optional.empty();
        }
        return of(value);
    }

    /** Reads {@link #hex()}. */
    public static SerialNumber ofHex(String hex) {
        return new SerialNumber(
                new BigInteger(1, HexFormat.of().parseHex(even(hex).toUpperCase(Locale.ROOT))));
    }

    private static String even(String hex) {
        return hex.length() % 2 == 0 ? hex : "0" + hex;
    }

    @Override
    public String toString() {
        return hex();
    }
}
