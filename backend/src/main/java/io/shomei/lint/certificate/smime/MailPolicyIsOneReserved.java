package io.shomei.lint.certificate.smime;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.PolicyInformation;

/** Exactly one identifier says what was checked and by which generation of the requirements. */
final class MailPolicyIsOneReserved implements CertificateRule {
    @Override
    public String source() {
        return "SBR 7.1.2.3, 7.1.6.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isSubscribers()) {
            return;
        }
        int reserved = 0;
        for (PolicyInformation policy : certificate.policies()) {
            if (MailType.of(policy).isPresent()) {
                reserved++;
            }
        }
        findings.require(reserved == 1, "not exactly one reserved policy");
    }
}
