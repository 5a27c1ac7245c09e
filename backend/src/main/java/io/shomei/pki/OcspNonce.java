package io.shomei.pki;

import java.util.Arrays;

/** What ties an OCSP response to its request: 1 to 128 octets, repeated as they came (RFC 9654 2.1). */
public final class OcspNonce {
    private static final int MAX_OCTETS = 128;

    private final byte[] octets;

    private OcspNonce(byte[] octets) {
        this.octets = octets;
    }

    public static OcspNonce of(byte[] octets) {
        if (!isOfAllowedLength(octets)) {
            throw new IllegalArgumentException("a nonce has 1 to 128 octets");
        }
        return new OcspNonce(octets.clone());
    }

    /** RFC 9654 2.1: an empty nonce, or one of more than 128 octets, makes the request malformed. */
    static OcspNonce read(Extension extension) throws DerException {
        DerReader value = extension.reader();
        byte[] octets = value.contents(Der.OCTET_STRING);
        value.requireEnd();
        if (!isOfAllowedLength(octets)) {
            throw new DerException("a nonce has 1 to 128 octets");
        }
        return new OcspNonce(octets);
    }

    private static boolean isOfAllowedLength(byte[] octets) {
        return octets.length >= 1 && octets.length <= MAX_OCTETS;
    }

    Extension extension() {
        return new Extension(Oids.OCSP_NONCE, false, Der.octets(octets));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OcspNonce nonce && Arrays.equals(octets, nonce.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
        return "nonce of " + octets.length + " octets";
    }
}
