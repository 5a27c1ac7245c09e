package io.shomei.lint;

import io.shomei.pki.Oids;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** The extension holds at least one name, and no name is empty. */
@Singleton
final class AlternativeNamesAreNotEmpty implements CertificateRule {

    @Override
    public String source() {
        return "RFC 5280 4.2.1.6";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        if (certificate.extension(Oids.SUBJECT_ALTERNATIVE_NAME).isEmpty()) {
            return Stream.empty();
        }
        boolean named = !certificate.alternativeNames().isEmpty()
                && certificate.alternativeNames().stream()
                        .noneMatch(name -> name.text().isEmpty());
        return require(named, "an alternative name is empty");
    }
}
