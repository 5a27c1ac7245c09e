/**
 * Taking a certificate out of use: who may, why, and what follows.
 * A revocation is a state of the register; this package owns no table. Many at once are the business of {@code bulk}, keys that were
 * reported that of {@code key}.
 * Rules: RFC 5280 5.3.1 and 5.3.2, BR 4.9.
 */
@NullMarked
package io.shomei.revocation;

import org.jspecify.annotations.NullMarked;
