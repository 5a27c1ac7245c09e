/**
 * Answers about single certificates, to whoever asks. Every status is read from the register after the question came in; what
 * is kept for the next time is the signature, never the status.
 * Owns no table. Rules: RFC 6960, RFC 9654 (nonce), RFC 5019 (caching), BR 4.9.9 and 4.9.10.
 */
@NullMarked
package io.shomei.status.ocsp;

import org.jspecify.annotations.NullMarked;
