package io.shomei.pki;

/** Answers without a status (RFC 6960 4.2.1); they are not signed. sigRequired is never given: anybody may ask. */
public enum OcspError {
    MALFORMED_REQUEST(1),
    INTERNAL_ERROR(2),
    TRY_LATER(3),
    /** We do not speak for the issuer of any certificate asked about (RFC 5019 2.2.3). */
    UNAUTHORIZED(6);

    // Never written to, and handed out as a copy.
    @SuppressWarnings("ImmutableEnumChecker")
    private final byte[] encoded;

    OcspError(int responseStatus) {
        this.encoded = Der.sequence(Der.enumerated(responseStatus));
    }

    /** The OCSPResponse in DER. */
    public byte[] encoded() {
        return encoded.clone();
    }
}
