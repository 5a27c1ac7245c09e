package io.shomei.lint.timestamp;

import io.shomei.lint.Findings;

/** A stamp of a weak digest could be shown for two documents. */
final class ImprintIsOfAStrongHash implements TimeStampRule {
    @Override
    public String source() {
        return "ETSI TS 119 312 5";
    }

    @Override
    public void check(TimeStampTarget stamp, Findings findings) {
        findings.require(
                stamp.request().imprint().algorithm().isStrong(), "the digest is of a hash function that is broken");
    }
}
