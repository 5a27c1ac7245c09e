package io.shomei.webhook;

import java.util.Locale;

/** What a webhook can be told. */
public enum EventType {
    CERTIFICATE_ISSUED,
    CERTIFICATE_COLLECTED,
    /** A log-in certificate: whoever should not have it does not stay unseen. */
    CERTIFICATE_ACQUIRED,
    /** A step of the policy's notices was reached. */
    CERTIFICATE_EXPIRING,
    CERTIFICATE_RENEWED,
    CERTIFICATE_REVOKED,
    /** The service desk let somebody acquire a certificate anew. */
    ACCOUNT_REISSUED,
    REQUEST_FILE_DONE,
    SUBMISSION_RECEIVED,
    /** A step before its issuing deadline was reached. */
    DOMAIN_EXPIRING,
    REVIEW_DUE,
    API_TOKEN_ENDING,
    /** A mail was given up. */
    NOTICE_UNDELIVERABLE,
    /** Nothing happened: somebody tries whether the webhook works. */
    TEST;

    /** The name in messages, such as {@code certificate.issued}. */
    String code() {
        int cut = name().lastIndexOf('_');
        String noun = cut < 0 ? name() : name().substring(0, cut);
        String verb = cut < 0 ? "" : "." + name().substring(cut + 1);
        return (noun.replace('_', '-') + verb).toLowerCase(Locale.ROOT);
    }
}
