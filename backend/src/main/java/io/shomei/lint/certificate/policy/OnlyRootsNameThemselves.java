package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;

/** Two authorities of one name are told apart by nobody. */
final class OnlyRootsNameThemselves implements CertificateRule {
    @Override
    public String source() {
        return "CP 3.1.5";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(certificate.isSelfIssued() == certificate.isRoot(), "the subject is the issuer's name");
    }
}
