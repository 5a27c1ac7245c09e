/**
 * One-time rights to collect a certificate: the URL, its deadline, and the holder who comes with it.
 * Owns the table {@code enrolment}. The URL's token is derived, not stored: who reads the database cannot collect.
 */
@NullMarked
package io.shomei.enrolment;

import org.jspecify.annotations.NullMarked;
