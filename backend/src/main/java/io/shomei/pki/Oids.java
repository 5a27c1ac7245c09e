package io.shomei.pki;

/** Object identifiers this platform writes or reads. */
public final class Oids {
    // RFC 5280 4.2.1 and 4.2.2: extensions.
    public static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
    public static final String KEY_USAGE = "2.5.29.15";
    public static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
    public static final String BASIC_CONSTRAINTS = "2.5.29.19";
    public static final String CRL_NUMBER = "2.5.29.20";
    public static final String REASON_CODE = "2.5.29.21";
    public static final String INVALIDITY_DATE = "2.5.29.24";
    public static final String DELTA_CRL_INDICATOR = "2.5.29.27";
    public static final String ISSUING_DISTRIBUTION_POINT = "2.5.29.28";
    public static final String NAME_CONSTRAINTS = "2.5.29.30";
    public static final String CRL_DISTRIBUTION_POINTS = "2.5.29.31";
    public static final String CERTIFICATE_POLICIES = "2.5.29.32";
    public static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
    public static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    public static final String FRESHEST_CRL = "2.5.29.46";
    public static final String SUBJECT_DIRECTORY_ATTRIBUTES = "2.5.29.9";
    public static final String ISSUER_ALTERNATIVE_NAME = "2.5.29.18";
    public static final String POLICY_CONSTRAINTS = "2.5.29.36";
    public static final String POLICY_MAPPINGS = "2.5.29.33";
    public static final String INHIBIT_ANY_POLICY = "2.5.29.54";
    public static final String SUBJECT_INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.11";
    public static final String ANY_POLICY = "2.5.29.32.0";
    public static final String ANY_PURPOSE = "2.5.29.37.0";
    public static final String AUTHORITY_INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1";

    // RFC 6960 4.4 and appendix B.1: OCSP.
    public static final String OCSP_BASIC = "1.3.6.1.5.5.7.48.1.1";
    public static final String OCSP_NONCE = "1.3.6.1.5.5.7.48.1.2";
    public static final String OCSP_ACCEPTABLE_RESPONSES = "1.3.6.1.5.5.7.48.1.4";
    public static final String OCSP_NO_CHECK = "1.3.6.1.5.5.7.48.1.5";
    public static final String OCSP_ARCHIVE_CUTOFF = "1.3.6.1.5.5.7.48.1.6";
    public static final String OCSP_SERVICE_LOCATOR = "1.3.6.1.5.5.7.48.1.7";
    public static final String OCSP_PREFERRED_SIGNATURE_ALGORITHMS = "1.3.6.1.5.5.7.48.1.8";

    public static final String ACCESS_OCSP = "1.3.6.1.5.5.7.48.1";
    public static final String ACCESS_CA_ISSUERS = "1.3.6.1.5.5.7.48.2";
    public static final String CPS_QUALIFIER = "1.3.6.1.5.5.7.2.1";
    public static final String USER_NOTICE_QUALIFIER = "1.3.6.1.5.5.7.2.2";
    // RFC 6962 3.3.
    public static final String SIGNED_CERTIFICATE_TIMESTAMPS = "1.3.6.1.4.1.11129.2.4.2";
    public static final String USER_PRINCIPAL_NAME = "1.3.6.1.4.1.311.20.2.3";

    // RFC 3279, RFC 5480, RFC 8410, RFC 9881: keys.
    public static final String RSA = "1.2.840.113549.1.1.1";
    public static final String EC = "1.2.840.10045.2.1";
    public static final String P256 = "1.2.840.10045.3.1.7";
    public static final String P384 = "1.3.132.0.34";
    public static final String P521 = "1.3.132.0.35";
    public static final String ED25519 = "1.3.101.112";
    public static final String ML_DSA_65 = "2.16.840.1.101.3.4.3.18";

    // RFC 5652, RFC 3161, RFC 5035: signed data and time stamps.
    public static final String DATA = "1.2.840.113549.1.7.1";
    public static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
    public static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
    public static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    public static final String TST_INFO = "1.2.840.113549.1.9.16.1.4";
    public static final String SIGNING_TIME = "1.2.840.113549.1.9.5";
    public static final String SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";

    // RFC 2985.
    public static final String CHALLENGE_PASSWORD = "1.2.840.113549.1.9.7";
    public static final String EXTENSION_REQUEST = "1.2.840.113549.1.9.14";

    private Oids() {}
}
