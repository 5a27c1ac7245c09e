package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;

/** A certificate ends after it begins. */
final class ValidityRunsForward implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.1.2.5";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(certificate.notBefore().isBefore(certificate.notAfter()), "notAfter is not after notBefore");
    }
}
