package io.shomei.pki;

import java.util.Arrays;

/** Names a key in subject and authority key identifiers. */
public final class KeyIdentifier {
    private static final int OCTETS = 20;

    private KeyIdentifier() {}

    /**
     * RFC 7093 2, method 1: the leftmost 160 bits of the SHA-256 of the subjectPublicKey's octets. As long as RFC 5280's SHA-1 and
     * without SHA-1.
     */
    public static byte[] of(byte[] publicKeyInfo) {
        try {
            DerReader info = new DerReader(publicKeyInfo).sequence();
            info.element(Der.SEQUENCE);
            return Arrays.copyOf(Digests.sha256(info.octetsOfBits()), OCTETS);
        } catch (DerException e) {
            throw new IllegalArgumentException("not a SubjectPublicKeyInfo", e);
        }
    }
}
