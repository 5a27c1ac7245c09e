package io.shomei.lint.certificate;

import io.shomei.lint.Rule;

/** A demand on the certificates we sign. */
public interface CertificateRule extends Rule<CertificateTarget> {}
