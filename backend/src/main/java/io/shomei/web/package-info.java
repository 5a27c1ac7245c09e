/**
 * The HTTP edge that all resources share: the TLS entrances, request ids, problem documents, security headers,
 * idempotency keys and the single-page application's files.
 * Owns the table {@code idempotent_answer}. Rules: RFC 9457 (problems), RFC 9440 (client certificates behind a proxy).
 */
@NullMarked
package io.shomei.web;

import org.jspecify.annotations.NullMarked;
