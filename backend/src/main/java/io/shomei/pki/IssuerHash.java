package io.shomei.pki;

import java.util.Arrays;

/**
 * How an OCSP request names an authority: hashes of its name and of its key (RFC 6960 4.1.1). Two generations of an authority
 * that share a name differ in the key.
 */
public final class IssuerHash {
    private final byte[] octets;

    private IssuerHash(byte[] octets) {
        this.octets = octets;
    }

    static IssuerHash of(HashAlgorithm algorithm, byte[] name, byte[] key) {
        byte[] octets = new byte[2 + name.length + key.length];
        octets[0] = (byte) algorithm.ordinal();
        // Where the name's hash ends, so that no two pairs of hashes read alike.
        octets[1] = (byte) Math.min(name.length, 255);
        System.arraycopy(name, 0, octets, 2, name.length);
        System.arraycopy(key, 0, octets, 2 + name.length, key.length);
        return new IssuerHash(octets);
    }

    /** The hashes by which certificates of this issuer are asked for. */
    public static IssuerHash of(HashAlgorithm algorithm, CertificateDer issuer) {
        return of(algorithm, algorithm.digest(issuer.tbs().subject()), algorithm.digest(key(issuer)));
    }

    /** The octets of subjectPublicKey without tag, length and unused bits. */
    static byte[] key(CertificateDer certificate) {
        try {
            DerReader info = new DerReader(certificate.publicKeyInfo()).sequence();
            info.element(Der.SEQUENCE);
            return info.octetsOfBits();
        } catch (DerException e) {
            throw new IllegalArgumentException("not a SubjectPublicKeyInfo", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IssuerHash hash && Arrays.equals(octets, hash.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }
}
