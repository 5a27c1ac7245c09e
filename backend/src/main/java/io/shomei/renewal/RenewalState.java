package io.shomei.renewal;

/** Where the renewal of a certificate stands. The database keeps it beside the certificate. */
enum RenewalState {
    /** There is no successor, or it was revoked, or nobody fetched it in time. */
    NOT_RENEWED,
    /** The successor waits for somebody to fetch it. */
    NOT_COLLECTED,
    /** The successor was fetched: this one is not needed any more. */
    RENEWED
}
