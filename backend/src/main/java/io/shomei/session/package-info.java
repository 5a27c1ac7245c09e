/**
 * Log-in with a client certificate, the session it opens, and its end by log-out, idleness or revocation.
 * Owns the table {@code session}. Rules: RFC 7519 (JWT), RFC 8705 3 (tokens bound to a certificate).
 */
@NullMarked
package io.shomei.session;

import org.jspecify.annotations.NullMarked;
