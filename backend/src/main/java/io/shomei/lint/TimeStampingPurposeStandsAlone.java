package io.shomei.lint;

import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Critical and alone. */
@Singleton
final class TimeStampingPurposeStandsAlone implements CertificateRule {

    @Override
    public String source() {
        return "RFC 3161 2.3";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        if (!certificate.purposes().contains(ExtendedKeyUsage.TIME_STAMPING.oid())) {
            return Stream.empty();
        }
        boolean critical = certificate
                .extension(Oids.EXTENDED_KEY_USAGE)
                .filter(Extension::critical)
                .isPresent();
        return require(critical && certificate.purposes().size() == 1, "timeStamping is not critical and alone");
    }
}
