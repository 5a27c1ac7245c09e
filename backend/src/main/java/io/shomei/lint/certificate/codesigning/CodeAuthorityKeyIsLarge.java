package io.shomei.lint.certificate.codesigning;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.KeySpec;

/** RSA from 4096 bits, or a curve. */
final class CodeAuthorityKeyIsLarge implements CertificateRule {
    @Override
    public String source() {
        return "CSBR 6.1.5.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (certificate.isAuthority()) {
            findings.require(
                    certificate.key().map(CodeAuthorityKeyIsLarge::isLarge).orElse(false),
                    "the key is too small or of another kind");
        }
    }

    private static boolean isLarge(KeySpec key) {
        return key.isRsa() ? key.bits() >= 4096 : key.family().equals("EC");
    }
}
