/**
 * What a certificate of one kind contains, as data: key algorithms, purposes, validity, and the authority that signs it.
 * Owns {@code profiles.json}. A certificate remembers the version of its profile.
 */
@NullMarked
package io.shomei.profile;

import org.jspecify.annotations.NullMarked;
