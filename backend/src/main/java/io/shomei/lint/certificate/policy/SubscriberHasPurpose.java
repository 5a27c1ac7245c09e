package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;

/** Without extKeyUsage a certificate would serve for everything. */
final class SubscriberHasPurpose implements CertificateRule {
    private static final String ANY_PURPOSE = "2.5.29.37.0";

    @Override
    public String source() {
        return "CP 7.1.2, BR 7.1.2.7.6";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        boolean any = certificate.purposes().contains(ANY_PURPOSE);
        findings.require(
                certificate.isAuthority() || (!certificate.purposes().isEmpty() && !any),
                "extKeyUsage is missing or any");
    }
}
