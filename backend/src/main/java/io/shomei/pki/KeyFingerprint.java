package io.shomei.pki;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * SHA-256 of a SubjectPublicKeyInfo: the same key, whatever it is wrapped in.
 *
 * @param hex 64 upper-case hexadecimal digits
 */
public record KeyFingerprint(String hex) {
    private static final Pattern DIGITS = Pattern.compile("[0-9A-F]{64}");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    public KeyFingerprint {
        if (!DIGITS.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal");
        }
    }

    public static KeyFingerprint of(byte[] publicKeyInfo) {
        return ofDigest(Digests.sha256(publicKeyInfo));
    }

    public static KeyFingerprint ofDigest(byte[] sha256) {
        return new KeyFingerprint(HEX.formatHex(sha256));
    }

    /** Reads what people copy: digits in either case, with colons or spaces between them. */
    public static Optional<KeyFingerprint> parse(String text) {
        String digits = text.replaceAll("[:\\s]", "").toUpperCase(Locale.ROOT);
        return DIGITS.matcher(digits).matches() ? Optional.of(new KeyFingerprint(digits)) : Optional.empty();
    }

    public byte[] octets() {
        return HEX.parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
