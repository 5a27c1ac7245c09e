/**
 * Certificate revocation lists, full and delta, whole and in parts: made at start, at each revocation and on schedule; served
 * over plain HTTP. Owns the tables {@code crl} and {@code crl_segment}. Rules: RFC 5280 5 (profile), BR 4.9.7 and 7.2.
 */
@NullMarked
package io.shomei.status.crl;

import org.jspecify.annotations.NullMarked;
