package io.shomei.lint;

import io.shomei.pki.AlternativeName;
import io.shomei.pki.AttributeType;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** The CN repeats one of the names that were checked. */
@Singleton
final class ServerCommonNameIsAnAlternativeName implements CertificateRule {

    @Override
    public String source() {
        return "BR 7.1.4.3";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        if (!certificate.isServer()) {
            return Stream.empty();
        }
        return certificate.subject().stream()
                .filter(attribute -> attribute.oid().equals(AttributeType.CN.oid()))
                .filter(name -> certificate.alternativeNames().stream()
                        .noneMatch(other -> other.tag() == AlternativeName.DNS_TAG
                                && other.text().equalsIgnoreCase(name.value())))
                .flatMap(name -> finding("CN %s is no dNSName", name.value()));
    }
}
