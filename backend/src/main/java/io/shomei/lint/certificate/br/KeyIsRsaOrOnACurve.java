package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;

/** RSA from 2048 bits, P-256 or P-384. */
final class KeyIsRsaOrOnACurve implements CertificateRule {
    @Override
    public String source() {
        return "BR 6.1.5";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(
                certificate
                        .key()
                        .map(key -> key.isRsa() || key.family().equals("EC"))
                        .orElse(false),
                "the key is neither RSA nor on a permitted curve");
    }
}
