package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.DerException;
import io.shomei.pki.TbsCertificate;

/** Nobody could check a certificate whose issuer has ended. */
final class IssuerOutlivesTheCertificate implements CertificateRule {
    @Override
    public String source() {
        return "CP 6.3.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) throws DerException {
        findings.require(
                !certificate
                        .notAfter()
                        .isAfter(TbsCertificate.moment(certificate.issuer().notAfter())),
                "notAfter is after the issuer's");
    }
}
