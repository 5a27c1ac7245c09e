package io.shomei.lint;

import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** A TLS server's certificate serves for nothing else. */
@Singleton
final class ServerPurposeStandsAlone implements CertificateRule {

    @Override
    public String source() {
        return "BR 7.1.2.7.10, Chrome Root Program 3.2";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        return require(
                !certificate.isServer() || certificate.purposes().size() == 1,
                "serverAuth stands in %s",
                certificate.purposes());
    }
}
