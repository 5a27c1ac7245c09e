/**
 * Our certification authorities: their certificates, the keys that sign, and what they sign.
 * Owns the table {@code authority}. Rules: RFC 5280 4.2 (CA certificates), 6.1 (paths).
 */
@NullMarked
package io.shomei.authority;

import org.jspecify.annotations.NullMarked;
