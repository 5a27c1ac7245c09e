package io.shomei.lint;

import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Extensions exist in version 3 only. */
@Singleton
final class VersionIsThree implements CertificateRule {

    @Override
    public String source() {
        return "RFC 5280 4.1.2.1";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        return require(
                certificate.tbs().version() == 3,
                "version is %d",
                certificate.tbs().version());
    }
}
