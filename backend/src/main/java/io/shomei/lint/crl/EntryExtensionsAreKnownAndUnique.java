package io.shomei.lint.crl;

import io.shomei.lint.Findings;
import io.shomei.pki.CrlEntry;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;

/** Reason and invalidity date, each once. */
final class EntryExtensionsAreKnownAndUnique implements CrlEntryRule {
    @Override
    public String source() {
        return "RFC 5280 5.3";
    }

    @Override
    public void check(CrlEntry entry, Findings findings) {
        int reasons = 0;
        int dates = 0;
        for (Extension extension : entry.extensions()) {
            switch (extension.oid()) {
                case Oids.REASON_CODE -> reasons++;
                case Oids.INVALIDITY_DATE -> dates++;
                default -> findings.add("%s is none of them", extension.oid());
            }
        }
        findings.require(reasons <= 1 && dates <= 1, "one is there twice");
    }
}
