package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Oids;
import java.util.List;

/** A constraint that may be overlooked constrains nobody. */
final class ConstraintsAreCritical implements CertificateRule {
    private static final List<String> CONSTRAINTS =
            List.of(Oids.NAME_CONSTRAINTS, Oids.POLICY_CONSTRAINTS, Oids.INHIBIT_ANY_POLICY);

    @Override
    public String source() {
        return "RFC 5280 4.2.1.10, 4.2.1.11, 4.2.1.14";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        for (String constraint : CONSTRAINTS) {
            if (certificate.has(constraint) && !certificate.isCritical(constraint)) {
                findings.add("extension %s is not critical", constraint);
            }
        }
    }
}
