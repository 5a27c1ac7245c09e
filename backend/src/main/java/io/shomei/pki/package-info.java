/**
 * Values over DER: names, serial numbers, keys, certificate requests, certificates, revocation lists and key files.
 * Owns no data and knows neither HTTP nor the database; time, randomness and private keys are always handed in.
 * Its rules come from RFC 5280 (certificates, CRLs), RFC 2986 (requests), RFC 7292 (PKCS#12) and ITU-T X.690 (DER).
 */
@NullMarked
package io.shomei.pki;

import org.jspecify.annotations.NullMarked;
