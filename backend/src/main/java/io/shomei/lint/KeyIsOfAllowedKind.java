package io.shomei.lint;

import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** RSA of 2048, 3072 or 4096 bits, P-256, P-384 or Ed25519. */
@Singleton
final class KeyIsOfAllowedKind implements CertificateRule {

    @Override
    public String source() {
        return "BR 6.1.5";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        return require(certificate.key().isPresent(), "the key is of no kind we know");
    }
}
