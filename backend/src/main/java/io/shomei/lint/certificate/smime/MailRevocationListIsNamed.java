package io.shomei.lint.certificate.smime;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Oids;

/** Mail is read long after it was sent, so its status is looked up in lists. */
final class MailRevocationListIsNamed implements CertificateRule {
    @Override
    public String source() {
        return "SBR 7.1.2.3, 7.1.2.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(
                certificate.isRoot() || certificate.isOcspSigner() || certificate.has(Oids.CRL_DISTRIBUTION_POINTS),
                "no distribution point of a revocation list");
    }
}
