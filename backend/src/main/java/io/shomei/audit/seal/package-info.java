/**
 * Seals the history: every event is a leaf of one Merkle tree that only grows (RFC 6962), and its head is signed and time-stamped again
 * and again. What was sealed cannot be changed, removed or put in unseen. Owns the tables {@code audit_tile} and {@code audit_seal}.
 */
@NullMarked
package io.shomei.audit.seal;

import org.jspecify.annotations.NullMarked;
