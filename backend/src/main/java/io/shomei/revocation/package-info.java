/**
 * Taking a certificate out of use: who may, why, and what follows.
 * Owns no table: a revocation is a state of the register. Rules: RFC 5280 5.3.1, BR 4.9.
 */
@NullMarked
package io.shomei.revocation;

import org.jspecify.annotations.NullMarked;
