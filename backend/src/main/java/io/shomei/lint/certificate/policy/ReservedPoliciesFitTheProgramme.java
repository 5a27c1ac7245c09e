package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.PolicyInformation;
import io.shomei.lint.certificate.Programme;

/** An identifier of the CA/Browser Forum promises that its requirements are met; it stands only where they are checked. */
final class ReservedPoliciesFitTheProgramme implements CertificateRule {
    private static final String RESERVED = "2.23.140.1.";

    @Override
    public String source() {
        return "CP 7.1.6, BR 7.1.6.1, SBR 7.1.6.1, CSBR 7.1.6.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        for (PolicyInformation policy : certificate.policies()) {
            if (policy.identifier().startsWith(RESERVED) && !belongs(policy.identifier(), certificate.programme())) {
                findings.add("policy %s in programme %s", policy.identifier(), certificate.programme());
            }
        }
    }

    private static boolean belongs(String policy, Programme programme) {
        return switch (programme) {
            case PRIVATE, PRIVATE_TLS, PRIVATE_SMIME -> false;
            case TLS -> policy.startsWith("2.23.140.1.2.") || policy.equals("2.23.140.1.1");
            case SMIME -> policy.startsWith("2.23.140.1.5.");
            case CODE_SIGNING -> policy.startsWith("2.23.140.1.4.") || policy.equals("2.23.140.1.3");
        };
    }
}
