package io.shomei.profile;

/** How a certificate gets to its holder, and with that where its key is made. */
public enum Delivery {
    /** The certificate alone: whoever applied has the key. */
    CERTIFICATE,
    /** One key file to its holder; the platform makes the key. */
    P12,
    /** The key files of one upload together; the platform makes the keys. */
    P12_BULK,
    /** The holder's browser makes the key and keeps it. */
    BROWSER,
    /** A program on the holder's computer makes the key and keeps it. */
    AGENT,
    /** The platform uses the certificate itself. */
    NONE;

    /** Whether the key is made here. */
    public boolean platformMakesKey() {
        return switch (this) {
            case P12, P12_BULK, NONE -> true;
            case CERTIFICATE, BROWSER, AGENT -> false;
        };
    }
}
