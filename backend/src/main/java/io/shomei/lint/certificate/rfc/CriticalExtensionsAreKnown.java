package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;
import java.util.Set;

/** Whoever does not know a critical extension refuses the certificate; we use none that somebody might not know. */
final class CriticalExtensionsAreKnown implements CertificateRule {
    private static final Set<String> KNOWN = Set.of(
            Oids.KEY_USAGE,
            Oids.SUBJECT_ALTERNATIVE_NAME,
            Oids.BASIC_CONSTRAINTS,
            Oids.EXTENDED_KEY_USAGE,
            Oids.CERTIFICATE_POLICIES,
            Oids.NAME_CONSTRAINTS,
            Oids.POLICY_CONSTRAINTS,
            Oids.POLICY_MAPPINGS,
            Oids.INHIBIT_ANY_POLICY);

    @Override
    public String source() {
        return "RFC 5280 4.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        for (Extension extension : certificate.tbs().extensions()) {
            if (extension.critical() && !KNOWN.contains(extension.oid())) {
                findings.add("extension %s is critical", extension.oid());
            }
        }
    }
}
