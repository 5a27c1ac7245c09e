package io.shomei.profile;

/** What a certificate is for. */
public enum CertificateKind {
    SERVER,
    CLIENT,
    SMIME,
    CODE_SIGNING,
    /** Log-in certificate of a registration officer. */
    OFFICER,
    /** Log-in certificate of a tenant's administrator, or, where it is no account's, of the tenant's site. */
    ADMINISTRATOR,
    /** Log-in certificate of a tenant's user. */
    USER,
    /** Log-in certificate of an operator. */
    OPERATOR,
    /** The platform's own: TLS and status services. */
    PLATFORM
}
