package io.shomei.request.bulk;

/** What a request file asks for. */
public enum RequestFileOperation {
    ISSUE,
    RENEW,
    REVOKE,
    UPDATE
}
