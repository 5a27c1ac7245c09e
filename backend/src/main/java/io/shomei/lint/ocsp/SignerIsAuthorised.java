package io.shomei.lint.ocsp;

import io.shomei.lint.Findings;

/** A signer that its issuer did not name speaks for nobody. */
final class SignerIsAuthorised implements OcspResponseRule {
    @Override
    public String source() {
        return "RFC 6960 4.2.2.2";
    }

    @Override
    public void check(OcspTarget answer, Findings findings) {
        findings.require(
                answer.delegation().isAuthorised(), "the signer was not authorised by the issuer of the certificates");
    }
}
