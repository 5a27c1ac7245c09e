package io.shomei.status.ocsp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The question in the address of a GET: URL-encoded base64 after {@code /ocsp/} (RFC 6960 A.1). Clients that leave {@code +},
 * {@code /} and {@code =} as they are, that write one slash too many, or that use the alphabet made for addresses (RFC 4648 5),
 * are understood, too: nothing else can be meant.
 */
final class OcspPath {
    private static final String PREFIX = "/ocsp";

    private OcspPath() {}

    /**
     * The question, where there is one.
     *
     * @param path the path of the address as it came, still encoded
     */
    static Optional<byte[]> question(String path) {
        int at = path.indexOf(PREFIX);
        if (at < 0) {
            return Optional.empty();
        }
        at += PREFIX.length();
        // No base64 of a DER SEQUENCE begins with a slash.
        while (at < path.length() && path.charAt(at) == '/') {
            at++;
        }
        return base64(path, at).flatMap(OcspPath::decode);
    }

    private static Optional<byte[]> decode(byte[] base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** What stands there after URL decoding; a plus is a plus. */
    private static Optional<byte[]> base64(String path, int from) {
        byte[] base64 = new byte[path.length() - from];
        int length = 0;
        for (int at = from; at < path.length(); at++) {
            int each = path.charAt(at);
            if (each == '%') {
                each = at + 2 < path.length() ? hex(path.charAt(at + 1)) << 4 | hex(path.charAt(at + 2)) : -1;
                at += 2;
            }
            if (each <= 0 || each > 0x7F) {
                return Optional.empty();
            }
            base64[length++] = (byte) (each == '-' ? '+' : each == '_' ? '/' : each);
        }
        return Optional.of(
                new String(base64, 0, length, StandardCharsets.US_ASCII).getBytes(StandardCharsets.US_ASCII));
    }

    /** The value of a digit; negative, and so whatever it is combined with, for anything else. */
    private static int hex(char digit) {
        return Character.digit(digit, 16);
    }
}
