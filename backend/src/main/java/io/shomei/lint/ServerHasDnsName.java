package io.shomei.lint;

import io.shomei.pki.AlternativeName;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Browsers read nothing else. */
@Singleton
final class ServerHasDnsName implements CertificateRule {

    @Override
    public String source() {
        return "BR 7.1.2.7.12";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        return require(
                !certificate.isServer()
                        || certificate.alternativeNames().stream()
                                .anyMatch(name -> name.tag() == AlternativeName.DNS_TAG),
                "a server without a dNSName");
    }
}
