package io.shomei.account.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The key of an authenticator app that is not in use yet: {@link Secrets#adopt} takes it when a code shows that the app has it. */
public final class Authenticator {
    /** As long as the hash (RFC 4226 4, R6). */
    public static final int KEY_OCTETS = Totp.KEY_OCTETS;

    private final byte[] key;

    public Authenticator(byte[] key) {
        if (key.length != KEY_OCTETS) {
            throw new IllegalArgumentException("a key has " + KEY_OCTETS + " octets");
        }
        this.key = key.clone();
    }

    /** In base32, for typing in. */
    public String exposeKey() {
        return Totp.base32(key);
    }

    /** As apps read it from a QR code (Key Uri Format). */
    public String exposeUri(String issuer, String account) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(account) + "?secret=" + exposeKey() + "&issuer="
                + encoded(issuer);
    }

    byte[] key() {
        return key.clone();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "•••";
    }
}
