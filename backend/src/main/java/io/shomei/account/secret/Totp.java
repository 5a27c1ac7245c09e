package io.shomei.account.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** One-time passwords by time (RFC 6238 over RFC 4226), as every authenticator takes them: HMAC-SHA-1, 6 digits, 30 seconds. */
final class Totp {
    /** As long as the hash (RFC 4226 4, R6). */
    static final int KEY_OCTETS = 20;

    private static final int SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /**
     * The step of time whose password this is: the present one, or its neighbours for clocks that differ and people who are slow
     * (RFC 6238 5.2). A step that was used is never taken again.
     */
    static OptionalLong step(byte[] key, String typed, Instant now, @Nullable Long used) {
        long present = Math.floorDiv(now.getEpochSecond(), SECONDS);
        long found = -1;
        for (long step = present - 1; step <= present + 1; step++) {
            boolean equal = MessageDigest.isEqual(
                    code(key, step).getBytes(StandardCharsets.UTF_8),
                    typed.strip().getBytes(StandardCharsets.UTF_8));
            if (equal && (used == null || step > used)) {
                found = step;
            }
        }
        return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
    }

    static String code(byte[] key, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            // RFC 4226 5.3: the last four bits say where the number begins.
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xF) & 0x7FFF_FFFF;
            return ("%0" + DIGITS + "d").formatted(number % MODULUS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The key as authenticators take it (RFC 4648 6, without padding). */
    static String base32(byte[] key) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte octet : key) {
            held = held << 8 | (octet & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(held >> bits & 0x1F));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(BASE32.charAt(held << (5 - bits) & 0x1F));
        }
        return text.toString();
    }
}
