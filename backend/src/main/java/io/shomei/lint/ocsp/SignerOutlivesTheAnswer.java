package io.shomei.lint.ocsp;

import io.shomei.lint.Findings;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.OcspResponseData;
import java.time.Instant;

/** Who relies on an answer on its last day must find its signer valid. */
final class SignerOutlivesTheAnswer implements OcspResponseRule {
    @Override
    public String source() {
        return "RFC 6960 3.2";
    }

    @Override
    public void check(OcspTarget answer, Findings findings) {
        CertificateDer signer = answer.delegation().signer();
        Instant producedAt = answer.data().producedAt();
        findings.require(!producedAt.isBefore(signer.notBefore()), "the signer is not valid yet");
        findings.require(!producedAt.isAfter(signer.notAfter()), "the signer has expired");
        for (OcspResponseData.Single single : answer.data().answers()) {
            Instant end = single.nextUpdate();
            findings.require(end == null || !end.isAfter(signer.notAfter()), "the signer expires before nextUpdate");
        }
    }
}
