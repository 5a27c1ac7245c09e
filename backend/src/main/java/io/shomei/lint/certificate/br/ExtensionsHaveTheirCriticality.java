package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;
import java.util.Set;

/** Constraints and usage are critical; what helps to find and to understand is not. */
final class ExtensionsHaveTheirCriticality implements CertificateRule {
    private static final Set<String> CRITICAL = Set.of(Oids.BASIC_CONSTRAINTS, Oids.KEY_USAGE);
    private static final Set<String> NOT_CRITICAL = Set.of(
            Oids.CERTIFICATE_POLICIES,
            Oids.EXTENDED_KEY_USAGE,
            Oids.CRL_DISTRIBUTION_POINTS,
            Oids.AUTHORITY_INFORMATION_ACCESS,
            Oids.AUTHORITY_KEY_IDENTIFIER,
            Oids.SUBJECT_KEY_IDENTIFIER,
            Oids.SIGNED_CERTIFICATE_TIMESTAMPS,
            Oids.OCSP_NO_CHECK);

    @Override
    public String source() {
        return "BR 7.1.2.1.2, 7.1.2.6, 7.1.2.7.6, 7.1.2.8.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        for (Extension extension : certificate.tbs().extensions()) {
            if (extension.critical() ? NOT_CRITICAL.contains(extension.oid()) : CRITICAL.contains(extension.oid())) {
                findings.add("criticality of extension %s", extension.oid());
            }
        }
    }
}
