package io.shomei.pki;

/** Bits of keyUsage (RFC 5280 4.2.1.3), in their order. */
public enum KeyUsage {
    DIGITAL_SIGNATURE("Digital Signature"),
    NON_REPUDIATION("Non Repudiation"),
    KEY_ENCIPHERMENT("Key Encipherment"),
    DATA_ENCIPHERMENT("Data Encipherment"),
    KEY_AGREEMENT("Key Agreement"),
    KEY_CERT_SIGN("Certificate Sign"),
    CRL_SIGN("CRL Sign");

    private final String displayName;

    KeyUsage(String displayName) {
        this.displayName = displayName;
    }

    public String displayName() {
        return displayName;
    }

    /** The bit's number. */
    int bit() {
        return ordinal();
    }
}
