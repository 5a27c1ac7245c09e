/**
 * Log-in by what the policy lists, the steps that may follow on it, the session it opens, and its end. Tells relying parties whose a
 * request is.
 * Owns the table {@code session}. Rules: RFC 7519 (JWT), RFC 8705 3 (tokens bound to a certificate).
 */
@NullMarked
package io.shomei.session;

import org.jspecify.annotations.NullMarked;
