package io.shomei.lint.certificate.codesigning;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.KeySpec;

/** RSA from 3072 bits, or a curve, for programs and for time stamps on them. */
final class CodeSigningKeyIsLarge implements CertificateRule {
    @Override
    public String source() {
        return "CSBR 6.1.5.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (certificate.isSubscribers()) {
            findings.require(
                    certificate.key().map(CodeSigningKeyIsLarge::isLarge).orElse(false),
                    "the key is too small or of another kind");
        }
    }

    private static boolean isLarge(KeySpec key) {
        return key.isRsa() ? key.bits() >= 3072 : key.family().equals("EC");
    }
}
