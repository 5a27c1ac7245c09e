package io.shomei.lint.crl;

import io.shomei.lint.Rule;
import io.shomei.pki.CrlEntry;

/** A demand on each entry of the revocation lists we sign. */
interface CrlEntryRule extends Rule<CrlEntry> {}
