/**
 * The operation history: who did what to what, when, from where, and with which outcome.
 * Owns the table {@code audit_event}, which only grows. An event is written in the transaction it describes.
 */
@NullMarked
package io.shomei.audit;

import org.jspecify.annotations.NullMarked;
