/**
 * Many revocations at once: from a selection, a list of common names, or a compromised key. What would happen is looked at
 * line by line, confirmed, and carried out in the background.
 * Owns the tables {@code bulk_revocation} and {@code bulk_revocation_line}; what one revocation means is said in {@code revocation}.
 */
@NullMarked
package io.shomei.revocation.bulk;

import org.jspecify.annotations.NullMarked;
