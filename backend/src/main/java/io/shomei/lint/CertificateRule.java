package io.shomei.lint;

/** A demand on every certificate we sign. */
public interface CertificateRule extends Rule<LintTarget> {}
