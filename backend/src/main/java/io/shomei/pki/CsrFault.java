package io.shomei.pki;

/** What can be wrong with a certificate request. */
public enum CsrFault {
    NOT_BASE64,
    NOT_A_CSR,
    TRAILING_DATA,
    TOO_LARGE,
    SUBJECT_UNREADABLE,
    SIGNATURE_INVALID,
    SIGNATURE_ALGORITHM_FORBIDDEN,
    KEY_ALGORITHM_FORBIDDEN,
    KEY_SIZE_FORBIDDEN,
    EXPONENT_FORBIDDEN,
    SMALL_FACTOR,
    ROCA_KEY,
    FERMAT_CLOSE_PRIMES,
    /** Anybody can have it; see {@link WeakKeys}. */
    KNOWN_KEY,
    UNPARSABLE_KEY
}
