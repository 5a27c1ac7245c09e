package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Oids;

/** Chains and status answers find the key by it. */
final class SubjectKeyIdentifierIsPresent implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.2.1.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(certificate.has(Oids.SUBJECT_KEY_IDENTIFIER), "no subject key identifier");
    }
}
