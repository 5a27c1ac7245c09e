package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Oids;
import java.util.List;

/** It says whose it is and what for; it names nobody, no policy and no revocation list. */
final class OcspSignerExtensionsArePermitted implements CertificateRule {
    private static final List<String> NEEDED =
            List.of(Oids.AUTHORITY_KEY_IDENTIFIER, Oids.EXTENDED_KEY_USAGE, Oids.OCSP_NO_CHECK, Oids.KEY_USAGE);
    private static final List<String> FORBIDDEN = List.of(
            Oids.NAME_CONSTRAINTS,
            Oids.SUBJECT_ALTERNATIVE_NAME,
            Oids.CERTIFICATE_POLICIES,
            Oids.CRL_DISTRIBUTION_POINTS);

    @Override
    public String source() {
        return "BR 7.1.2.8.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isOcspSigner()) {
            return;
        }
        for (String extension : NEEDED) {
            if (!certificate.has(extension)) {
                findings.add("no extension %s", extension);
            }
        }
        for (String extension : FORBIDDEN) {
            if (certificate.has(extension)) {
                findings.add("extension %s", extension);
            }
        }
    }
}
