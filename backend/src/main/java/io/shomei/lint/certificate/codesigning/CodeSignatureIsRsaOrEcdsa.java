package io.shomei.lint.certificate.codesigning;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.SignatureScheme;
import java.util.Optional;

/** With SHA-256, SHA-384 or SHA-512. */
final class CodeSignatureIsRsaOrEcdsa implements CertificateRule {
    @Override
    public String source() {
        return "CSBR 7.1.3.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        Optional<SignatureScheme> scheme =
                SignatureScheme.ofAlgorithmIdentifier(certificate.tbs().signatureAlgorithm());
        findings.require(
                scheme.map(each -> each.jcaName().endsWith("withRSA")
                                || each.jcaName().endsWith("withECDSA"))
                        .orElse(false),
                "signed with another algorithm");
    }
}
