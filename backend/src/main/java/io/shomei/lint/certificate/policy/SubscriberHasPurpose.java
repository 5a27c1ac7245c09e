package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;

/** Without extKeyUsage a certificate would serve for everything. */
final class SubscriberHasPurpose implements CertificateRule {
    @Override
    public String source() {
        return "CP 7.1.2, BR 7.1.2.7.6";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(certificate.isAuthority() || !certificate.purposes().isEmpty(), "extKeyUsage is missing");
    }
}
