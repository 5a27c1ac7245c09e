package io.shomei.lint.crl;

import io.shomei.lint.Findings;
import io.shomei.pki.CrlEntry;
import io.shomei.pki.Extension;

/** A relying party that does not know them may still use the entry. */
final class EntryExtensionsAreNotCritical implements CrlEntryRule {
    @Override
    public String source() {
        return "RFC 5280 5.3.1, 5.3.2, BR 7.2.2";
    }

    @Override
    public void check(CrlEntry entry, Findings findings) {
        for (Extension extension : entry.extensions()) {
            if (extension.critical()) {
                findings.add("%s is critical", extension.oid());
            }
        }
    }
}
