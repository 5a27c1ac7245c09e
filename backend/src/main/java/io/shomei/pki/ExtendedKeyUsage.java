package io.shomei.pki;

import java.util.Optional;

/** Purposes of extKeyUsage (RFC 5280 4.2.1.12) and the two Microsoft defines for people's cards. */
public enum ExtendedKeyUsage {
    SERVER_AUTH("1.3.6.1.5.5.7.3.1", "TLS Web Server Authentication"),
    CLIENT_AUTH("1.3.6.1.5.5.7.3.2", "TLS Web Client Authentication"),
    CODE_SIGNING("1.3.6.1.5.5.7.3.3", "Code Signing"),
    EMAIL_PROTECTION("1.3.6.1.5.5.7.3.4", "E-mail Protection"),
    TIME_STAMPING("1.3.6.1.5.5.7.3.8", "Time Stamping"),
    OCSP_SIGNING("1.3.6.1.5.5.7.3.9", "OCSP Signing"),
    DOCUMENT_SIGNING("1.3.6.1.5.5.7.3.36", "Document Signing"),
    SMARTCARD_LOGON("1.3.6.1.4.1.311.20.2.2", "Microsoft Smartcard Login");

    private final String oid;
    private final String displayName;

    ExtendedKeyUsage(String oid, String displayName) {
        this.oid = oid;
        this.displayName = displayName;
    }

    public String oid() {
        return oid;
    }

    public String displayName() {
        return displayName;
    }

    public static Optional<ExtendedKeyUsage> ofOid(String oid) {
        for (ExtendedKeyUsage usage : values()) {
            if (usage.oid.equals(oid)) {
                return Optional.of(usage);
            }
        }
        return Optional.empty();
    }
}
