/**
 * Taking a certificate out of use: who may, why, and what follows.
 * A single revocation is a state of the register; many at once are kept in {@code bulk_revocation} until they were carried out.
 * Rules: RFC 5280 5.3.1 and 5.3.2, BR 4.9.
 */
@NullMarked
package io.shomei.revocation;

import org.jspecify.annotations.NullMarked;
