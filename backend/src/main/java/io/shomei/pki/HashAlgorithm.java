package io.shomei.pki;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** Hashes that others name by identifier when they ask us something. */
public enum HashAlgorithm {
    /** Names things in old protocols; protects nothing. */
    SHA1("SHA-1", "1.3.14.3.2.26", 20),
    SHA256("SHA-256", "2.16.840.1.101.3.4.2.1", 32),
    SHA384("SHA-384", "2.16.840.1.101.3.4.2.2", 48),
    SHA512("SHA-512", "2.16.840.1.101.3.4.2.3", 64);

    private final String jcaName;
    private final String oid;
    private final int octets;

    HashAlgorithm(String jcaName, String oid, int octets) {
        this.jcaName = jcaName;
        this.oid = oid;
        this.octets = octets;
    }

    public static Optional<HashAlgorithm> ofOid(String oid) {
        for (HashAlgorithm algorithm : values()) {
            if (algorithm.oid.equals(oid)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    public String jcaName() {
        return jcaName;
    }

    public String oid() {
        return oid;
    }

    /** How long a hash is. */
    public int octets() {
        return octets;
    }

    public byte[] digest(byte[] data) {
        try {
            return MessageDigest.getInstance(jcaName).digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
