package io.shomei.lint.crl;

import io.shomei.lint.Findings;
import io.shomei.pki.CrlEntry;
import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;

/** In every year. */
final class InvalidityDateIsGeneralizedTime implements CrlEntryRule {
    @Override
    public String source() {
        return "RFC 5280 5.3.2";
    }

    @Override
    public void check(CrlEntry entry, Findings findings) throws DerException {
        for (Extension extension : entry.extensions()) {
            if (extension.oid().equals(Oids.INVALIDITY_DATE)) {
                DerReader reader = extension.reader();
                findings.require(reader.nextIs(Der.GENERALIZED_TIME), "it is in the wrong type of time");
                reader.time();
                reader.requireEnd();
            }
        }
    }
}
