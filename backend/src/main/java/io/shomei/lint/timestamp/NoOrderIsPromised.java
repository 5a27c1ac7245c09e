package io.shomei.lint.timestamp;

import io.shomei.lint.Findings;

/** Copies of the platform stamp side by side; nothing orders their stamps but the time. */
final class NoOrderIsPromised implements TimeStampRule {
    @Override
    public String source() {
        return "ETSI EN 319 422 5.2";
    }

    @Override
    public void check(TimeStampTarget stamp, Findings findings) {
        findings.require(!stamp.info().hasOrdering(), "something is said about the order of stamps");
    }
}
