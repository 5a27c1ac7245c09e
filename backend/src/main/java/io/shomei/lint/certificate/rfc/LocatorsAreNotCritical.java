package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;
import java.util.Set;

/** What helps to find keys, issuers and lists helps; nobody may fail for it. */
final class LocatorsAreNotCritical implements CertificateRule {
    private static final Set<String> NEVER_CRITICAL = Set.of(
            Oids.AUTHORITY_KEY_IDENTIFIER,
            Oids.SUBJECT_KEY_IDENTIFIER,
            Oids.ISSUER_ALTERNATIVE_NAME,
            Oids.SUBJECT_DIRECTORY_ATTRIBUTES,
            Oids.CRL_DISTRIBUTION_POINTS,
            Oids.FRESHEST_CRL,
            Oids.AUTHORITY_INFORMATION_ACCESS,
            Oids.SUBJECT_INFORMATION_ACCESS,
            Oids.OCSP_NO_CHECK);

    @Override
    public String source() {
        return "RFC 5280 4.2.1.1, 4.2.1.2, 4.2.1.7, 4.2.1.8, 4.2.1.13, 4.2.1.15, 4.2.2, RFC 6960 4.2.2.2.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        for (Extension extension : certificate.tbs().extensions()) {
            if (extension.critical() && NEVER_CRITICAL.contains(extension.oid())) {
                findings.add("extension %s is critical", extension.oid());
            }
        }
    }
}
