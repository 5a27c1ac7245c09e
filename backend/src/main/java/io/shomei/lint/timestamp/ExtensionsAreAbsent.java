package io.shomei.lint.timestamp;

import io.shomei.lint.Findings;

/** We know none that a reader would have to understand. */
final class ExtensionsAreAbsent implements TimeStampRule {
    @Override
    public String source() {
        return "ETSI EN 319 422 5.2";
    }

    @Override
    public void check(TimeStampTarget stamp, Findings findings) {
        findings.require(!stamp.info().hasExtensions(), "there are extensions");
    }
}
