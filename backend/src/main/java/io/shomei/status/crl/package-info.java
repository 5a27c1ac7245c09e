/**
 * Certificate revocation lists: made at start, at each revocation and on schedule; served over plain HTTP.
 * Owns the table {@code crl}. Rules: RFC 5280 5 (profile), BR 7.2.
 */
@NullMarked
package io.shomei.status.crl;

import org.jspecify.annotations.NullMarked;
