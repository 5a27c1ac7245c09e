package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;

/** RSA of 2048, 3072 or 4096 bits, P-256, P-384, Ed25519 or ML-DSA-65. */
final class KeyIsOfAllowedKind implements CertificateRule {
    @Override
    public String source() {
        return "CP 6.1.5";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(certificate.key().isPresent(), "the key is of no kind we know");
    }
}
