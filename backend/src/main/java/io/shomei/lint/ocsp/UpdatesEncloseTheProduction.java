package io.shomei.lint.ocsp;

import io.shomei.lint.Findings;
import io.shomei.pki.OcspResponseData;
import java.time.Instant;

/** What is signed is right already and not out of date yet. */
final class UpdatesEncloseTheProduction implements OcspResponseRule {
    @Override
    public String source() {
        return "RFC 6960 2.4, 4.2.2.1";
    }

    @Override
    public void check(OcspTarget answer, Findings findings) {
        Instant producedAt = answer.data().producedAt();
        for (OcspResponseData.Single single : answer.data().answers()) {
            findings.require(!single.thisUpdate().isAfter(producedAt), "thisUpdate is later than producedAt");
            Instant end = single.nextUpdate();
            findings.require(end == null || end.isAfter(producedAt), "nextUpdate is not later than producedAt");
        }
    }
}
