package io.shomei.lint;

import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** A chain is built by names. */
@Singleton
final class IssuerIsNotEmpty implements CertificateRule {
    private static final int EMPTY_SEQUENCE = 2;

    @Override
    public String source() {
        return "RFC 5280 4.1.2.4";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        return require(certificate.tbs().issuer().length > EMPTY_SEQUENCE, "issuer has no attributes");
    }
}
