package io.shomei.lint.ocsp;

import io.shomei.lint.Rule;

/** A demand on the answers of the OCSP responder. */
interface OcspResponseRule extends Rule<OcspTarget> {}
