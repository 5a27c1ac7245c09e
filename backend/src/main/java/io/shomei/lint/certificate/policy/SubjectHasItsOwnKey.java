package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import java.util.Arrays;

/** A key that signs certificates is certified as nothing else. */
final class SubjectHasItsOwnKey implements CertificateRule {
    @Override
    public String source() {
        return "CP 6.1.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(
                certificate.isRoot()
                        || !Arrays.equals(
                                certificate.tbs().publicKeyInfo(),
                                certificate.issuer().publicKeyInfo()),
                "the key is the issuer's");
    }
}
