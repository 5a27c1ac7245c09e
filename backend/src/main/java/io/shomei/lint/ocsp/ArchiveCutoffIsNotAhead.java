package io.shomei.lint.ocsp;

import io.shomei.lint.Findings;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import io.shomei.pki.Extension;
import io.shomei.pki.OcspResponseData;
import io.shomei.pki.Oids;

/** Since when revocations are kept is a time in the past. */
final class ArchiveCutoffIsNotAhead implements OcspResponseRule {
    @Override
    public String source() {
        return "RFC 6960 4.4.4";
    }

    @Override
    public void check(OcspTarget answer, Findings findings) throws DerException {
        for (OcspResponseData.Single single : answer.data().answers()) {
            for (Extension extension : single.extensions()) {
                if (extension.oid().equals(Oids.OCSP_ARCHIVE_CUTOFF)) {
                    DerReader value = extension.reader();
                    findings.require(!value.time().isAfter(answer.data().producedAt()), "the archive cutoff is ahead");
                    value.requireEnd();
                }
            }
        }
    }
}
