/**
 * The operation history: who did what to what, when, from where, and with which outcome.
 * Owns the table {@code audit_event}, in which nothing changes: events are added, each in the transaction it describes, and leave when their
 * time is over. Which leaf of the tree is which event ({@code audit_leaf}, {@code audit_unsealed}), and the words by which they are found
 * ({@code v_audit_words}), stand here too; the tree itself is the business of {@code seal}.
 */
@NullMarked
package io.shomei.audit;

import org.jspecify.annotations.NullMarked;
