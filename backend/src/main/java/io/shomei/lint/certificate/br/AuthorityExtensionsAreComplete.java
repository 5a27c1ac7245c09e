package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Oids;
import java.util.List;

/** Identifiers and usage; below a root also policies, purposes and where its revocation would be told. */
final class AuthorityExtensionsAreComplete implements CertificateRule {
    private static final List<String> OF_ROOT =
            List.of(Oids.BASIC_CONSTRAINTS, Oids.KEY_USAGE, Oids.SUBJECT_KEY_IDENTIFIER);
    private static final List<String> OF_SUBORDINATE = List.of(
            Oids.AUTHORITY_KEY_IDENTIFIER,
            Oids.BASIC_CONSTRAINTS,
            Oids.CERTIFICATE_POLICIES,
            Oids.CRL_DISTRIBUTION_POINTS,
            Oids.EXTENDED_KEY_USAGE,
            Oids.KEY_USAGE,
            Oids.SUBJECT_KEY_IDENTIFIER);

    @Override
    public String source() {
        return "BR 7.1.2.1.2, 7.1.2.6";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isAuthority()) {
            return;
        }
        for (String extension : certificate.isRoot() ? OF_ROOT : OF_SUBORDINATE) {
            if (!certificate.has(extension)) {
                findings.add("no extension %s", extension);
            }
        }
    }
}
