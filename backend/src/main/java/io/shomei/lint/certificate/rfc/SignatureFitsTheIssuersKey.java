package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.KeySpec;
import io.shomei.pki.SignatureScheme;
import java.util.Optional;

/** The algorithm inside the certificate is one of the issuer's key; a curve has its own hash. */
final class SignatureFitsTheIssuersKey implements CertificateRule {
    @Override
    public String source() {
        return "RFC 4055 5, RFC 5758 3.2, RFC 8410 3";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        Optional<SignatureScheme> scheme =
                SignatureScheme.ofAlgorithmIdentifier(certificate.tbs().signatureAlgorithm());
        Optional<KeySpec> key = KeySpec.ofPublicKeyInfo(certificate.issuer().publicKeyInfo());
        if (scheme.isPresent() && key.isPresent() && !scheme.get().fits(key.get())) {
            findings.add("%s by a key of kind %s", scheme.get(), key.get());
        }
    }
}
