package io.shomei.lint;

import io.shomei.pki.AlternativeName;
import io.shomei.pki.DnsName;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Letters, digits, hyphens and dots; A-labels; no wildcard, as we issue none. */
@Singleton
final class DnsNamesAreWellFormed implements CertificateRule {

    @Override
    public String source() {
        return "RFC 5280 4.2.1.6, BR 7.1.2.7.12";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        return certificate.alternativeNames().stream()
                .filter(name -> name.tag() == AlternativeName.DNS_TAG)
                .flatMap(name -> DnsName.faultOf(name.text())
                        .map(fault -> finding("dNSName %s: %s", name.text(), fault))
                        .orElseGet(Stream::empty));
    }
}
