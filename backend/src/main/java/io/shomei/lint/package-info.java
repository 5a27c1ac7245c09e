/**
 * Judges certificates before they are signed: one class per rule, named after what it demands.
 * Owns no data; its proof, {@link io.shomei.lint.LintedCertificate}, is the only thing an authority's key signs.
 * Its rules come from RFC 5280 and the CA/Browser Forum's Baseline Requirements, each named beside its rule.
 */
@NullMarked
package io.shomei.lint;

import org.jspecify.annotations.NullMarked;
