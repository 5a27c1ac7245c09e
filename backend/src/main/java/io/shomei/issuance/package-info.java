/**
 * The only place that has end-entity certificates signed, in the order that nothing may skip; the story is told in
 * {@code docs/architecture/issuance.md}.
 * Owns the tables {@code signing_intent}, {@code subject_key} and {@code subject_name}.
 */
@NullMarked
package io.shomei.issuance;

import org.jspecify.annotations.NullMarked;
