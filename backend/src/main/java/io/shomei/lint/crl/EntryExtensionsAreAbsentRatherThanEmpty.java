package io.shomei.lint.crl;

import io.shomei.lint.Findings;
import io.shomei.pki.CrlEntry;

/** Extensions are at least one. */
final class EntryExtensionsAreAbsentRatherThanEmpty implements CrlEntryRule {
    @Override
    public String source() {
        return "RFC 5280 5.1, 5.3";
    }

    @Override
    public void check(CrlEntry entry, Findings findings) {
        findings.require(!entry.hasExtensions() || !entry.extensions().isEmpty(), "there is a list of no extensions");
    }
}
