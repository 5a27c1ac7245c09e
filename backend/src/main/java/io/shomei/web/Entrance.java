package io.shomei.web;

/** Where a request came in. */
public enum Entrance {
    /** HTTPS, never asks for a client certificate. */
    PORTAL,
    /** HTTPS, asks for a client certificate in the first handshake; going on without one is allowed. */
    CERT,
    /** Plain HTTP: status services only. */
    HTTP
}
