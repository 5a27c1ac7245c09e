package io.shomei.lint.certificate.codesigning;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Oids;

/** A policy says that these requirements are met: one of ours, or a reserved one. */
final class CodeSigningPolicyIsNamed implements CertificateRule {
    @Override
    public String source() {
        return "CSBR 7.1.2.2, 7.1.2.3, 7.1.6.4";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(
                certificate.isRoot() || certificate.isOcspSigner() || certificate.has(Oids.CERTIFICATE_POLICIES),
                "no policy");
    }
}
