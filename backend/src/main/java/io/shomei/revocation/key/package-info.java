/**
 * Keys in wrong hands: a proof that they are, every certificate of theirs across tenants, and the end of both.
 * Owns the table {@code key_compromise}. Rules: BR 4.9.1.1 and 4.9.12, RFC 5280 5.3.1. A private key is never asked for and never taken.
 */
@NullMarked
package io.shomei.revocation.key;

import org.jspecify.annotations.NullMarked;
