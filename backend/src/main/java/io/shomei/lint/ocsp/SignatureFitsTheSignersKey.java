package io.shomei.lint.ocsp;

import io.shomei.lint.Findings;

/** A strong algorithm, and the one that belongs to the key. */
final class SignatureFitsTheSignersKey implements OcspResponseRule {
    @Override
    public String source() {
        return "BR 7.1.3.2";
    }

    @Override
    public void check(OcspTarget answer, Findings findings) {
        findings.require(
                answer.delegation()
                        .signer()
                        .keySpec()
                        .filter(answer.delegation().scheme()::fits)
                        .isPresent(),
                "the signature algorithm does not fit the signer's key");
    }
}
