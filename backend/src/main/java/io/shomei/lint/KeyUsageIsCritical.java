package io.shomei.lint;

import io.shomei.pki.Extension;
import io.shomei.pki.Oids;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Present, not empty and critical. */
@Singleton
final class KeyUsageIsCritical implements CertificateRule {

    @Override
    public String source() {
        return "RFC 5280 4.2.1.3, BR 7.1.2.7.11";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        boolean critical = certificate
                .extension(Oids.KEY_USAGE)
                .filter(Extension::critical)
                .isPresent();
        return require(critical && !certificate.keyUsage().isEmpty(), "keyUsage is missing, empty or not critical");
    }
}
