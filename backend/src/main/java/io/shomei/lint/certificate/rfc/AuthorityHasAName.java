package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;

/** Whoever signs for others is found by its name, so the subject of an authority is not empty. */
final class AuthorityHasAName implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.1.2.6";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(!certificate.isAuthority() || !certificate.subject().isEmpty(), "an authority without a name");
    }
}
