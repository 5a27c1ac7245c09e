package io.shomei.lint.ocsp;

import io.shomei.lint.Findings;
import io.shomei.pki.Extension;
import io.shomei.pki.OcspResponseData;
import io.shomei.pki.Oids;

/** The reason has a field of its own. */
final class ReasonIsNotAnExtension implements OcspResponseRule {
    @Override
    public String source() {
        return "BR 7.3.2";
    }

    @Override
    public void check(OcspTarget answer, Findings findings) {
        for (OcspResponseData.Single single : answer.data().answers()) {
            for (Extension extension : single.extensions()) {
                findings.require(!extension.oid().equals(Oids.REASON_CODE), "the reason is an extension");
            }
        }
    }
}
