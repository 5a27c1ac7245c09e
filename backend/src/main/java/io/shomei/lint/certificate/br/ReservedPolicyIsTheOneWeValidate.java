package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.PolicyInformation;

/** Exactly one of the identifiers that promise these requirements: for checked domains, or for a checked organization besides. */
final class ReservedPolicyIsTheOneWeValidate implements CertificateRule {
    static final String DOMAIN_VALIDATED = "2.23.140.1.2.1";
    static final String ORGANIZATION_VALIDATED = "2.23.140.1.2.2";

    @Override
    public String source() {
        return "BR 7.1.2.7.1, 7.1.2.7.9";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isSubscribers()) {
            return;
        }
        int reserved = 0;
        for (PolicyInformation policy : certificate.policies()) {
            if (policy.identifier().equals(DOMAIN_VALIDATED)
                    || policy.identifier().equals(ORGANIZATION_VALIDATED)) {
                reserved++;
            } else {
                findings.require(!policy.identifier().startsWith("2.23.140.1."), "we validate nobody for that policy");
            }
        }
        findings.require(reserved == 1, "not exactly one reserved policy");
    }
}
