/**
 * The time-stamping authority: says, signed, that a digest existed at a time (RFC 3161, RFC 5816).
 * Owns the table {@code timestamp_usage}. What is stamped under which terms is the tenant's policy; the key is one of the
 * platform's own; the steps are told in {@code docs/architecture/timestamp.md}.
 */
@NullMarked
package io.shomei.timestamp;

import org.jspecify.annotations.NullMarked;
