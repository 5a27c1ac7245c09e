package io.shomei.lint;

import io.shomei.pki.Oids;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** An authority that changes its key keeps its name. */
@Singleton
final class AuthorityKeyIdentifierIsPresent implements CertificateRule {

    @Override
    public String source() {
        return "RFC 5280 4.2.1.1";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        return require(
                certificate.isSelfIssued()
                        || certificate.extension(Oids.AUTHORITY_KEY_IDENTIFIER).isPresent(),
                "no authority key identifier");
    }
}
