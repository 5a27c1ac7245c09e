package io.shomei.lint.crl;

import io.shomei.lint.Findings;

/** Two entries for one certificate could say two things of it. */
final class SerialNumbersAreUnique implements CrlRule {
    @Override
    public String source() {
        return "RFC 5280 5.1.2.6";
    }

    @Override
    public void check(CrlTarget target, Findings findings) {
        if (target.repeated() > 0) {
            findings.add("%d serial numbers are there again", target.repeated());
        }
    }
}
