package io.shomei.lint.ocsp;

import io.shomei.lint.Findings;
import io.shomei.pki.OcspResponseData;
import java.time.Instant;

/** A certificate is revoked or it is not; there is no appointment for it. */
final class RevocationIsNotAhead implements OcspResponseRule {
    @Override
    public String source() {
        return "RFC 6960 2.2";
    }

    @Override
    public void check(OcspTarget answer, Findings findings) {
        for (OcspResponseData.Single single : answer.data().answers()) {
            Instant at = single.revokedAt();
            findings.require(
                    at == null || !at.isAfter(answer.data().producedAt()), "revoked later than the answer was made");
        }
    }
}
