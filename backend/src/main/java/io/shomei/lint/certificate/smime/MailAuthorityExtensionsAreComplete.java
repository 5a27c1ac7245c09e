package io.shomei.lint.certificate.smime;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Oids;
import java.util.List;

/** Policies, purposes and identifiers. */
final class MailAuthorityExtensionsAreComplete implements CertificateRule {
    private static final List<String> NEEDED = List.of(
            Oids.CERTIFICATE_POLICIES,
            Oids.EXTENDED_KEY_USAGE,
            Oids.AUTHORITY_KEY_IDENTIFIER,
            Oids.SUBJECT_KEY_IDENTIFIER);

    @Override
    public String source() {
        return "SBR 7.1.2.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (certificate.isAuthority() && !certificate.isRoot()) {
            for (String extension : NEEDED) {
                if (!certificate.has(extension)) {
                    findings.add("no extension %s", extension);
                }
            }
        }
    }
}
