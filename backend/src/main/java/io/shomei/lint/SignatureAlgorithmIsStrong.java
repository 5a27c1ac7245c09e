package io.shomei.lint;

import io.shomei.pki.SignatureScheme;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Exactly one of our schemes, parameters included. */
@Singleton
final class SignatureAlgorithmIsStrong implements CertificateRule {

    @Override
    public String source() {
        return "BR 7.1.3.2";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        boolean ours = SignatureScheme.ofAlgorithmIdentifier(certificate.tbs().signatureAlgorithm())
                .isPresent();
        return require(ours, "signature algorithm is none of ours");
    }
}
