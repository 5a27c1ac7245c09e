package io.shomei.request.bulk;

/** What the certificates of a request file are for. */
public enum RequestFileKind {
    SERVER,
    CLIENT,
    CODE_SIGNING,
    SUBSCRIBER
}
