package io.shomei.lint;

import io.shomei.pki.Oids;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** A subscriber's certificate says where its revocation list or its OCSP answers are. */
@Singleton
final class StatusCanBeFound implements CertificateRule {

    @Override
    public String source() {
        return "BR 7.1.2.11.2, RFC 5280 4.2.1.13";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        boolean exempt = (certificate.isAuthority() && certificate.isSelfIssued())
                || certificate.extension(Oids.OCSP_NO_CHECK).isPresent();
        boolean listed = certificate.extension(Oids.CRL_DISTRIBUTION_POINTS).isPresent();
        boolean answered =
                certificate.extension(Oids.AUTHORITY_INFORMATION_ACCESS).isPresent();
        return require(exempt || listed || answered, "neither CRLDP nor AIA");
    }
}
