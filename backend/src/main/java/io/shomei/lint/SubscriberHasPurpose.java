package io.shomei.lint;

import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Without extKeyUsage a certificate would serve for everything. */
@Singleton
final class SubscriberHasPurpose implements CertificateRule {
    private static final String ANY_PURPOSE = "2.5.29.37.0";

    @Override
    public String source() {
        return "BR 7.1.2.7.6, 7.1.2.7.10";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        boolean any = certificate.purposes().contains(ANY_PURPOSE);
        return require(
                certificate.isAuthority() || (!certificate.purposes().isEmpty() && !any),
                "extKeyUsage is missing or any");
    }
}
