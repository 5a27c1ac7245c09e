package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Oids;
import java.util.List;

/** Constraints hold for what stands below, and below a subscriber there is nothing. */
final class OnlyAuthoritiesConstrain implements CertificateRule {
    private static final List<String> CONSTRAINTS =
            List.of(Oids.NAME_CONSTRAINTS, Oids.POLICY_CONSTRAINTS, Oids.POLICY_MAPPINGS, Oids.INHIBIT_ANY_POLICY);

    @Override
    public String source() {
        return "RFC 5280 4.2.1.5, 4.2.1.10, 4.2.1.11, 4.2.1.14";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (certificate.isAuthority()) {
            return;
        }
        for (String constraint : CONSTRAINTS) {
            if (certificate.has(constraint)) {
                findings.add("extension %s in a certificate that signs no others", constraint);
            }
        }
    }
}
