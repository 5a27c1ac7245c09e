package io.shomei.renewal;

/** What a request file of the renewal desk asks for, and for which certificates. */
enum RenewalFileOperation {
    RENEW(RenewalState.NOT_RENEWED),
    /** The successor is in use: the earlier one is revoked as superseded. */
    REVOKE(RenewalState.RENEWED);

    private final RenewalState state;

    RenewalFileOperation(RenewalState state) {
        this.state = state;
    }

    RenewalState state() {
        return state;
    }
}
