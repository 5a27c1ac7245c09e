package io.shomei.lint.ocsp;

import io.shomei.lint.Findings;
import io.shomei.pki.OcspResponseData;
import io.shomei.pki.RevocationReason;

/** Unspecified is said by saying nothing, and a reason nobody can have given is an error. */
final class ReasonIsWorthTelling implements OcspResponseRule {
    @Override
    public String source() {
        return "BR 7.3, RFC 5280 5.3.1";
    }

    @Override
    public void check(OcspTarget answer, Findings findings) {
        for (OcspResponseData.Single single : answer.data().answers()) {
            int reason = single.reason();
            findings.require(
                    reason < 0
                            || RevocationReason.ofCode(reason)
                                    .filter(known -> known != RevocationReason.UNSPECIFIED)
                                    .isPresent(),
                    "the reason is unspecified or none of ours");
        }
    }
}
