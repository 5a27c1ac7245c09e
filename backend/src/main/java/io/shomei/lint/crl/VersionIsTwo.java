package io.shomei.lint.crl;

import io.shomei.lint.Findings;

/** Extensions need version 2. */
final class VersionIsTwo implements CrlRule {
    @Override
    public String source() {
        return "RFC 5280 5.1.2.1, BR 7.2.1";
    }

    @Override
    public void check(CrlTarget target, Findings findings) {
        findings.require(target.list().version() == 2, "another version");
    }
}
