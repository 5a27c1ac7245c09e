package io.shomei.lint.crl;

import io.shomei.lint.Findings;

/** A list without entries leaves the field out. */
final class RevokedCertificatesAreAbsentRatherThanEmpty implements CrlRule {
    @Override
    public String source() {
        return "RFC 5280 5.1.2.6";
    }

    @Override
    public void check(CrlTarget target, Findings findings) {
        findings.require(
                !target.list().hasRevokedCertificates() || target.list().entries() > 0,
                "there is a list of no certificates");
    }
}
