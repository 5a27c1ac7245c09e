package io.shomei.pki;

import java.util.EnumSet;
import java.util.Set;

/** Bits of keyUsage (RFC 5280 4.2.1.3), in their order. */
public enum KeyUsage {
    DIGITAL_SIGNATURE(0, "Digital Signature"),
    NON_REPUDIATION(1, "Non Repudiation"),
    KEY_ENCIPHERMENT(2, "Key Encipherment"),
    DATA_ENCIPHERMENT(3, "Data Encipherment"),
    KEY_AGREEMENT(4, "Key Agreement"),
    KEY_CERT_SIGN(5, "Certificate Sign"),
    CRL_SIGN(6, "CRL Sign");

    private final int bit;
    private final String displayName;

    KeyUsage(int bit, String displayName) {
        this.bit = bit;
        this.displayName = displayName;
    }

    public String displayName() {
        return displayName;
    }

    /** Whether a key of this kind can do it (RFC 3279 2.3.1, RFC 5480 3, RFC 8410 5). */
    public boolean fits(KeySpec key) {
        return switch (this) {
            case DIGITAL_SIGNATURE, NON_REPUDIATION, KEY_CERT_SIGN, CRL_SIGN -> true;
            case KEY_ENCIPHERMENT, DATA_ENCIPHERMENT -> key.isRsa();
            case KEY_AGREEMENT -> key == KeySpec.P256 || key == KeySpec.P384;
        };
    }

    /** The bit's number. */
    int bit() {
        return bit;
    }

    /** Reads the contents of the BIT STRING, its count of unused bits first. */
    public static Set<KeyUsage> ofBits(byte[] contents) {
        Set<KeyUsage> usages = EnumSet.noneOf(KeyUsage.class);
        for (KeyUsage usage : values()) {
            int octet = 1 + usage.bit / 8;
            if (octet < contents.length && (contents[octet] & (0x80 >>> (usage.bit % 8))) != 0) {
                usages.add(usage);
            }
        }
        return usages;
    }
}
