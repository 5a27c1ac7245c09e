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
    // Never written to, and handed out as a copy.
    @SuppressWarnings("ImmutableEnumChecker")
    private final byte[] algorithmIdentifier;

    HashAlgorithm(String jcaName, String oid, int octets) {
        this.jcaName = jcaName;
        this.oid = oid;
        this.octets = octets;
        // RFC 5754 2: written without parameters, read with NULL, too.
        this.algorithmIdentifier = Der.sequence(Der.oid(oid));
    }

    public static Optional<HashAlgorithm> ofOid(String oid) {
        for (HashAlgorithm algorithm : values()) {
            if (algorithm.oid.equals(oid)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** The one that goes with a signature in CMS. */
    public static HashAlgorithm of(SignatureScheme scheme) {
        return switch (scheme) {
            case SHA256_WITH_RSA, ECDSA_WITH_SHA256 -> SHA256;
            case SHA384_WITH_RSA, ECDSA_WITH_SHA384 -> SHA384;
            // RFC 8419 2.3: with signed attributes it is SHA-512.
            // RFC 9882 3.3: and for ML-DSA, too.
            case ED25519, ML_DSA_65 -> SHA512;
        };
    }

    /** Whether what is hashed with it may be signed (ETSI TS 119 312 5). */
    public boolean isStrong() {
        return this != SHA1;
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

    /** The AlgorithmIdentifier in DER. */
    public byte[] algorithmIdentifier() {
        return algorithmIdentifier.clone();
    }

    public byte[] digest(byte[] data) {
        return messageDigest().digest(data);
    }

    MessageDigest messageDigest() {
        try {
            return MessageDigest.getInstance(jcaName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
