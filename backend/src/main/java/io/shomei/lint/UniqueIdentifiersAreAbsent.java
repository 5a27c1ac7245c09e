package io.shomei.lint;

import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Conforming authorities do not write them. */
@Singleton
final class UniqueIdentifiersAreAbsent implements CertificateRule {

    @Override
    public String source() {
        return "RFC 5280 4.1.2.8";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        return require(!certificate.tbs().hasUniqueIdentifiers(), "a unique identifier is present");
    }
}
