package io.shomei.pki;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes every Java runtime has. */
public final class Digests {
    private Digests() {}

    public static byte[] sha256(byte[] data) {
        return of("SHA-256", data);
    }

    /** For fingerprints people compare with what old tools show; protects nothing. */
    public static byte[] sha1(byte[] data) {
        return of("SHA-1", data);
    }

    private static byte[] of(String algorithm, byte[] data) {
        try {
            return MessageDigest.getInstance(algorithm).digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
