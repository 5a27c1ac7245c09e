package io.shomei.lint;

import io.shomei.pki.Oids;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Chains and status answers find the key by it. */
@Singleton
final class SubjectKeyIdentifierIsPresent implements CertificateRule {

    @Override
    public String source() {
        return "RFC 5280 4.2.1.2";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        return require(certificate.extension(Oids.SUBJECT_KEY_IDENTIFIER).isPresent(), "no subject key identifier");
    }
}
