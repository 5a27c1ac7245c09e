package io.shomei.lint.crl;

import io.shomei.lint.Findings;

/** Every list says until when it may be used. */
final class NextUpdateIsLaterThanThisUpdate implements CrlRule {
    @Override
    public String source() {
        return "RFC 5280 5.1.2.5, BR 7.2";
    }

    @Override
    public void check(CrlTarget target, Findings findings) {
        findings.require(target.nextUpdate().isPresent(), "there is no nextUpdate");
        findings.require(
                target.nextUpdate().isEmpty() || target.nextUpdate().get().isAfter(target.thisUpdate()),
                "nextUpdate is not later than thisUpdate");
    }
}
