package io.shomei.lint.ocsp;

import io.shomei.lint.Findings;
import io.shomei.pki.OcspResponseData;

/** A delegated signer speaks for the authority that named it, and of nobody else's certificates. */
final class StatusIsToldForTheSignersIssuerOnly implements OcspResponseRule {
    @Override
    public String source() {
        return "RFC 6960 4.2.2.2";
    }

    @Override
    public void check(OcspTarget answer, Findings findings) {
        for (OcspResponseData.Single single : answer.data().answers()) {
            findings.require(
                    single.kind() == OcspResponseData.Kind.UNKNOWN
                            || single.certificate()
                                    .issuer()
                                    .filter(answer.delegation()::covers)
                                    .isPresent(),
                    "a status for a certificate of another issuer");
        }
    }
}
