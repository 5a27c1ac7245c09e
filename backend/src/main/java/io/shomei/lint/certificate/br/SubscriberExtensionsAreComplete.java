package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Oids;
import java.util.List;

/** Purpose, policy, names, and the ways to the issuer and to the status. */
final class SubscriberExtensionsAreComplete implements CertificateRule {
    private static final List<String> NEEDED = List.of(
            Oids.AUTHORITY_INFORMATION_ACCESS,
            Oids.AUTHORITY_KEY_IDENTIFIER,
            Oids.CERTIFICATE_POLICIES,
            Oids.EXTENDED_KEY_USAGE,
            Oids.SUBJECT_ALTERNATIVE_NAME);

    @Override
    public String source() {
        return "BR 7.1.2.7.6, 7.1.2.11.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isSubscribers()) {
            return;
        }
        for (String extension : NEEDED) {
            if (!certificate.has(extension)) {
                findings.add("no extension %s", extension);
            }
        }
        findings.require(
                certificate.has(Oids.CRL_DISTRIBUTION_POINTS) || certificate.locates(Oids.ACCESS_OCSP),
                "neither CRL nor OCSP are named");
    }
}
