package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.PolicyInformation;
import io.shomei.pki.Oids;
import java.util.List;

/** A list of policies has at least one, and none twice. */
final class PoliciesAreNamedOnce implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.2.1.4";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        List<PolicyInformation> policies = certificate.policies();
        findings.require(!policies.isEmpty() || !certificate.has(Oids.CERTIFICATE_POLICIES), "no policy");
        for (int i = 1; i < policies.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (policies.get(i).identifier().equals(policies.get(j).identifier())) {
                    findings.add("policy %s occurs twice", policies.get(i).identifier());
                }
            }
        }
    }
}
