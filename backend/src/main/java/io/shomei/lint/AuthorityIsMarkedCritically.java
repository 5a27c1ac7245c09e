package io.shomei.lint;

import io.shomei.pki.Der;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** basicConstraints is critical where cA is true; a path length only stands there. */
@Singleton
final class AuthorityIsMarkedCritically implements CertificateRule {
    /** cA DEFAULT FALSE, which DER leaves out. */
    private static final byte[] SUBSCRIBER = Der.sequence();

    @Override
    public String source() {
        return "RFC 5280 4.2.1.9";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        Optional<Extension> extension = certificate.extension(Oids.BASIC_CONSTRAINTS);
        if (extension.isEmpty()) {
            return Stream.empty();
        }
        if (certificate.isAuthority()) {
            return require(extension.get().critical(), "basicConstraints of an authority is not critical");
        }
        return require(
                Arrays.equals(extension.get().value(), SUBSCRIBER), "basicConstraints of a subscriber is not empty");
    }
}
