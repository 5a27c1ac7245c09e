package io.shomei.lint.ocsp;

import io.shomei.lint.Findings;

/** The shortest name, which only the signer has. */
final class ResponderIsNamedByItsKey implements OcspResponseRule {
    @Override
    public String source() {
        return "RFC 5019 2.2.1";
    }

    @Override
    public void check(OcspTarget answer, Findings findings) {
        byte[] key = answer.data().responderKey();
        findings.require(
                key != null && answer.delegation().isNamedBy(key), "the responder is not named by its signer's key");
    }
}
