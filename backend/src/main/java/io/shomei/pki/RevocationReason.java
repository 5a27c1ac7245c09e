package io.shomei.pki;

import java.util.Optional;

/** Why a certificate was revoked (RFC 5280 5.3.1). certificateHold is not offered, and CA_COMPROMISE is for authorities. */
public enum RevocationReason {
    UNSPECIFIED(0),
    KEY_COMPROMISE(1),
    CA_COMPROMISE(2),
    AFFILIATION_CHANGED(3),
    SUPERSEDED(4),
    CESSATION_OF_OPERATION(5);

    private final int code;

    RevocationReason(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Whether it says that a key is, or may be, in wrong hands: the subject's, or an authority's (RFC 5280 5.3.1). */
    public boolean isCompromise() {
        return this == KEY_COMPROMISE || this == CA_COMPROMISE;
    }

    public static Optional<RevocationReason> ofCode(int code) {
        for (RevocationReason reason : values()) {
            if (reason.code == code) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}
