/**
 * What a certificate of one kind contains, as data: key algorithms, purposes, validity, and the authority that signs it.
 * Owns {@code profiles.json} and the table {@code profile}, every version of every profile; a certificate remembers its own.
 * The rules come from the programmes' Baseline Requirements and our CP/CPS, 6.1 and 7.1.
 */
@NullMarked
package io.shomei.profile;

import org.jspecify.annotations.NullMarked;
