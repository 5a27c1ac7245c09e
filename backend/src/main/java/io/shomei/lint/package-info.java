/**
 * Judges what we sign before it is signed: one class per rule, named after what it demands, listed in docs/lints.md.
 * Owns no data. A proof by type, such as {@code LintedCertificate}, is the only thing a key of ours signs.
 *
 * <p>This package is the frame. What rules there are on one kind of thing stands in a package below it, such as
 * {@code lint.certificate}, and every such package is made of the same four parts. For revocation lists they would be:
 *
 * <pre>{@code
 * // The list as the rules see it: read once, shared by all.
 * public record CrlTarget(Instant thisUpdate, Instant nextUpdate, BigInteger number, …) {
 *     static CrlTarget of(UnsignedCrl crl) throws DerException {…}
 * }
 *
 * // The name that all rules on lists have in common.
 * interface CrlRule extends Rule<CrlTarget> {}
 *
 * // A rule: its name is the demand as a sentence, its Javadoc says what for. It does as little as it can where it does not apply.
 * final class NextUpdateIsLaterThanThisUpdate implements CrlRule {
 *     public String source() {
 *         return "RFC 5280 5.1.2.5";
 *     }
 *
 *     public void check(CrlTarget list, Findings findings) {
 *         findings.require(list.thisUpdate().isBefore(list.nextUpdate()), "nextUpdate is not later than thisUpdate");
 *     }
 * }
 *
 * // The proof. What signs takes nothing else.
 * public final class LintedCrl {
 *     private static final Linter<CrlTarget> LINTER = new Linter<>(CrlRules.all());
 *
 *     public static LintedCrl check(UnsignedCrl crl) {
 *         LINTER.require(() -> CrlTarget.of(crl));
 *         return new LintedCrl(crl);
 *     }
 * }
 * }</pre>
 */
@NullMarked
package io.shomei.lint;

import org.jspecify.annotations.NullMarked;
