package io.shomei.pki;

/** A ResponseData waiting for its lints and then its signature. {@link OcspResponseTemplate} makes it. */
public final class UnsignedOcspResponse {
    private final byte[] encoded;

    private UnsignedOcspResponse(byte[] encoded) {
        this.encoded = encoded;
    }

    /** Any bytes: nothing is promised about them until they were linted. */
    public static UnsignedOcspResponse ofDer(byte[] responseData) {
        return new UnsignedOcspResponse(responseData.clone());
    }

    static UnsignedOcspResponse owning(byte[] responseData) {
        return new UnsignedOcspResponse(responseData);
    }

    /** The bytes that are signed. */
    public byte[] encoded() {
        return encoded.clone();
    }

    public OcspResponseData read() throws DerException {
        return OcspResponseData.read(encoded);
    }

    byte[] sharedEncoding() {
        return encoded;
    }
}
