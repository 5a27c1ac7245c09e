package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;
import java.util.Set;

/** What we cannot check we do not sign. */
final class ExtensionsAreKnown implements CertificateRule {
    private static final Set<String> KNOWN = Set.of(
            Oids.SUBJECT_KEY_IDENTIFIER,
            Oids.AUTHORITY_KEY_IDENTIFIER,
            Oids.KEY_USAGE,
            Oids.EXTENDED_KEY_USAGE,
            Oids.BASIC_CONSTRAINTS,
            Oids.CERTIFICATE_POLICIES,
            Oids.SUBJECT_ALTERNATIVE_NAME,
            Oids.CRL_DISTRIBUTION_POINTS,
            Oids.FRESHEST_CRL,
            Oids.AUTHORITY_INFORMATION_ACCESS,
            Oids.OCSP_NO_CHECK,
            Oids.NAME_CONSTRAINTS,
            Oids.POLICY_CONSTRAINTS,
            Oids.INHIBIT_ANY_POLICY);

    @Override
    public String source() {
        return "CP 7.1.2, BR 7.1.2.11.5";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        for (Extension extension : certificate.tbs().extensions()) {
            if (!KNOWN.contains(extension.oid())) {
                findings.add("extension %s", extension.oid());
            }
        }
    }
}
