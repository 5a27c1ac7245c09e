package io.shomei.pki;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes every Java runtime has. */
public final class Digests {
    private Digests() {}

    public static byte[] sha256(byte[] data) {
        return sha256().digest(data);
    }

    /** For what comes piece by piece. */
    public static MessageDigest sha256() {
        return of("SHA-256");
    }

    /** For fingerprints people compare with what old tools show; protects nothing. */
    public static byte[] sha1(byte[] data) {
        return of("SHA-1").digest(data);
    }

    private static MessageDigest of(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
