package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.NameAttribute;
import io.shomei.lint.certificate.PolicyInformation;
import io.shomei.pki.AttributeType;

/** The locality that tells an officer from a person of the same institution stands in certificates of the log-in policy only. */
final class OfficersMarkIsForLogIn implements CertificateRule {
    private static final String MARK = "Academe";
    private static final String LOG_IN = "2.25.1647338124028460184.1.1";

    @Override
    public String source() {
        return "CP 3.1.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        for (NameAttribute attribute : certificate.subject()) {
            if (attribute.is(AttributeType.L) && attribute.value().startsWith(MARK) && !isForLogIn(certificate)) {
                findings.add("L is %s", attribute.value());
            }
        }
    }

    private static boolean isForLogIn(CertificateTarget certificate) {
        for (PolicyInformation policy : certificate.policies()) {
            if (policy.identifier().equals(LOG_IN)) {
                return true;
            }
        }
        return false;
    }
}
