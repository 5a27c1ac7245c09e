package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import java.util.Arrays;

/** The key of a root lies in a safe; it signs authorities and who answers for their status. */
final class RootsSignNoSubscribers implements CertificateRule {
    @Override
    public String source() {
        return "CP 6.1.7, BR 6.1.7";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        boolean byRoot = Arrays.equals(
                certificate.issuer().subject(), certificate.issuer().issuer());
        findings.require(!byRoot || !certificate.isSubscribers(), "a root signs for a subscriber");
    }
}
