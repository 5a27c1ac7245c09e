package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.Oids;

/** Whoever asks the signer for its own status asks for ever. */
final class OcspSignerIsNotCheckedItself implements CertificateRule {
    @Override
    public String source() {
        return "RFC 6960 4.2.2.2.1, BR 4.9.9";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        boolean signer = certificate.purposes().contains(ExtendedKeyUsage.OCSP_SIGNING.oid());
        findings.require(!signer || certificate.has(Oids.OCSP_NO_CHECK), "an OCSP signer without ocsp-nocheck");
    }
}
