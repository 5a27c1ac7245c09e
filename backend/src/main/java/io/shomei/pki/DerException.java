package io.shomei.pki;

/** Bytes that are not the DER they should be. Foreign input causes it, so it is checked. */
public final class DerException extends Exception {
    private static final long serialVersionUID = 1L;

    DerException(String reason) {
        // Hostile input may cause it often: no stack trace is filled in.
        super(reason, null, false, false);
    }
}
