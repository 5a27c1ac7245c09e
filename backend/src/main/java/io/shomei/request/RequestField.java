package io.shomei.request;

/**
 * What an application can state. A field stands in the same column of every kind of request file, so its number tells it
 * apart from all others of that file.
 */
public enum RequestField {
    /** Not one field but the application as a whole. */
    ROW(0, 0, ""),
    SUBJECT_DN(1, 250, ""),
    PROFILE(2, 2, "/profile"),
    /** Held for later use by server files. */
    RESERVED(3, 0, ""),
    DELIVERY(3, 1, ""),
    SERIAL(4, 50, ""),
    REVOCATION_REASON(5, 1, "/reason"),
    REVOCATION_COMMENT(6, 128, "/comment"),
    CSR(7, 2048, "/csr"),
    SUBSCRIBER_NAME(8, 64, "/subscriber/name"),
    SUBSCRIBER_UNIT(9, 64, "/subscriber/unit"),
    SUBSCRIBER_EMAIL(10, 78, "/subscriber/email"),
    FQDN(11, 64, ""),
    HOLDER_NAME(11, 64, ""),
    SOFTWARE(12, 128, "/subscriber/software"),
    P12_FILE_NAME(12, 64, ""),
    DNS_NAMES(13, 250, "/dnsNames"),
    HOLDER_UNIT(13, 64, ""),
    HOLDER_EMAIL(14, 78, ""),
    ACCESS_PIN(15, 32, "");

    private final int column;
    private final int maxLength;
    private final String pointer;

    RequestField(int column, int maxLength, String pointer) {
        this.column = column;
        this.maxLength = maxLength;
        this.pointer = pointer;
    }

    /** The number of its column, from 1; 0 for the row as a whole. */
    public int column() {
        return column;
    }

    /** The most characters its column takes. */
    public int maxLength() {
        return maxLength;
    }

    /** JSON pointer of the member that states it in a single request; empty where only files have it. */
    public String pointer() {
        return pointer;
    }

    /** Whether its value is a number. */
    public boolean isDigits() {
        return this == PROFILE || this == DELIVERY || this == REVOCATION_REASON;
    }

    /** Whether its value may never be shown again. */
    public boolean isSecret() {
        return this == ACCESS_PIN;
    }
}
