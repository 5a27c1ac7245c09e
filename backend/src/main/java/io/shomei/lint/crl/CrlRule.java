package io.shomei.lint.crl;

import io.shomei.lint.Rule;

/** A demand on the revocation lists we sign. */
interface CrlRule extends Rule<CrlTarget> {}
