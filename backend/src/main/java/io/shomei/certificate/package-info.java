/**
 * The register: what was issued, to whom, in which state; search, detail and lists.
 * Owns the table {@code certificate}. Identity is (issuer, serial number), never a name.
 */
@NullMarked
package io.shomei.certificate;

import org.jspecify.annotations.NullMarked;
