package io.shomei.lint.certificate;

/** Whose demands a certificate meets beyond those of the standards and of our own policy. */
public enum Programme {
    /** Only those rely on it who were given our root. */
    PRIVATE,
    /** TLS servers: the CA/Browser Forum's Baseline Requirements (BR). */
    TLS,
    /** Mail: the S/MIME Baseline Requirements (SBR). */
    SMIME,
    /** Programs, and time stamps on them: the Code Signing Baseline Requirements (CSBR). */
    CODE_SIGNING
}
