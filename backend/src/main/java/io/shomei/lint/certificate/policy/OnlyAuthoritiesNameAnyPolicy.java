package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.PolicyInformation;
import io.shomei.pki.Oids;

/** A certificate is issued under a policy, not under all of them. */
final class OnlyAuthoritiesNameAnyPolicy implements CertificateRule {
    @Override
    public String source() {
        return "CP 7.1.6, BR 7.1.2.7.9";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (certificate.isAuthority()) {
            return;
        }
        for (PolicyInformation policy : certificate.policies()) {
            findings.require(!policy.identifier().equals(Oids.ANY_POLICY), "the policy is any");
        }
    }
}
