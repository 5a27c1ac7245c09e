package io.shomei.lint.ocsp;

import io.shomei.lint.Findings;
import io.shomei.pki.OcspResponseData;

/** Whoever keeps an answer must know for how long. */
final class EveryStatusHasAnEnd implements OcspResponseRule {
    @Override
    public String source() {
        return "RFC 5019 2.2.4, BR 4.9.10";
    }

    @Override
    public void check(OcspTarget answer, Findings findings) {
        for (OcspResponseData.Single single : answer.data().answers()) {
            findings.require(single.nextUpdate() != null, "nextUpdate is not there");
        }
    }
}
