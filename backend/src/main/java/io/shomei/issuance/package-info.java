/**
 * The only place that has end-entity certificates signed, in the order that nothing may skip; the story is told in
 * {@code docs/architecture/issuance.md}. The platform's own certificates are made and renewed here, too.
 * Owns the tables {@code signing_intent}, {@code subject_key}, {@code subject_name}, {@code blocked_key} and {@code own_certificate}.
 */
@NullMarked
package io.shomei.issuance;

import org.jspecify.annotations.NullMarked;
