package io.shomei.lint;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Two of a kind are read differently by different readers. */
@Singleton
final class ExtensionsAreUnique implements CertificateRule {

    @Override
    public String source() {
        return "RFC 5280 4.2";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        Set<String> seen = new HashSet<>();
        return certificate.tbs().extensions().stream()
                .filter(extension -> !seen.add(extension.oid()))
                .flatMap(extension -> finding("extension %s occurs twice", extension.oid()));
    }
}
