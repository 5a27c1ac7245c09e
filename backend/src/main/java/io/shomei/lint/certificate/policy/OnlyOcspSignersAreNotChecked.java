package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Oids;

/** Every other certificate can be revoked, and somebody will look. */
final class OnlyOcspSignersAreNotChecked implements CertificateRule {
    @Override
    public String source() {
        return "CP 4.9.9, RFC 6960 4.2.2.2.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(
                certificate.isOcspSigner() || !certificate.has(Oids.OCSP_NO_CHECK), "ocsp-nocheck without OCSPSigning");
    }
}
