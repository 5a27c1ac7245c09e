package io.shomei.lint.certificate.codesigning;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.KeyUsage;
import java.util.EnumSet;
import java.util.Set;

/** digitalSignature and no other usage. */
final class CodeSigningKeyOnlySigns implements CertificateRule {
    private static final Set<KeyUsage> SIGNS = EnumSet.of(KeyUsage.DIGITAL_SIGNATURE);

    @Override
    public String source() {
        return "CSBR 7.1.2.3";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(
                !certificate.isSubscribers() || certificate.keyUsage().equals(SIGNS),
                "keyUsage is not digitalSignature alone");
    }
}
