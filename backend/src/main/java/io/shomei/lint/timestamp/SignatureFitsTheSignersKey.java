package io.shomei.lint.timestamp;

import io.shomei.lint.Findings;

/** The scheme that is named is the one of the key. */
final class SignatureFitsTheSignersKey implements TimeStampRule {
    @Override
    public String source() {
        return "RFC 5754 3";
    }

    @Override
    public void check(TimeStampTarget stamp, Findings findings) {
        findings.require(
                stamp.signer().keySpec().filter(stamp.scheme()::fits).isPresent(),
                "the signature scheme does not fit the signer's key");
    }
}
