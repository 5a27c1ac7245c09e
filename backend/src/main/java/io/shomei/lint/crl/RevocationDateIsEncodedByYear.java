package io.shomei.lint.crl;

import io.shomei.lint.Findings;
import io.shomei.pki.CrlEntry;
import io.shomei.pki.DerException;

/** UTCTime through 2049, GeneralizedTime from 2050. */
final class RevocationDateIsEncodedByYear implements CrlEntryRule {
    @Override
    public String source() {
        return "RFC 5280 5.1.2.6";
    }

    @Override
    public void check(CrlEntry entry, Findings findings) throws DerException {
        findings.require(TimeByYear.holds(entry.revocationDate()), "it is in the wrong type of time");
    }
}
