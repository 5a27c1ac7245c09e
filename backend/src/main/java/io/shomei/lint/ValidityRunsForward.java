package io.shomei.lint;

import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** A certificate ends after it begins. */
@Singleton
final class ValidityRunsForward implements CertificateRule {

    @Override
    public String source() {
        return "RFC 5280 4.1.2.5";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        return require(certificate.notBefore().isBefore(certificate.notAfter()), "notAfter is not after notBefore");
    }
}
