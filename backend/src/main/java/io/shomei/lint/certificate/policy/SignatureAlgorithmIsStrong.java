package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.SignatureScheme;

/** Exactly one of our schemes, parameters included. */
final class SignatureAlgorithmIsStrong implements CertificateRule {
    @Override
    public String source() {
        return "CP 7.1.3, BR 7.1.3.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(
                SignatureScheme.ofAlgorithmIdentifier(certificate.tbs().signatureAlgorithm())
                        .isPresent(),
                "signature algorithm is none of ours");
    }
}
