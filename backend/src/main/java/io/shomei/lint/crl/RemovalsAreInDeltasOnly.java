package io.shomei.lint.crl;

import io.shomei.lint.Findings;

/** removeFromCRL refers to another list. */
final class RemovalsAreInDeltasOnly implements CrlRule {
    @Override
    public String source() {
        return "RFC 5280 5.3.1";
    }

    @Override
    public void check(CrlTarget target, Findings findings) {
        findings.require(target.removals() == 0 || target.list().isDelta(), "removeFromCRL in a full list");
    }
}
