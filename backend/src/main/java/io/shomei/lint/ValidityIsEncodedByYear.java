package io.shomei.lint;

import io.shomei.pki.Der;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.stream.Stream;

/** UTCTime through 2049, GeneralizedTime from 2050. */
@Singleton
final class ValidityIsEncodedByYear implements CertificateRule {
    private static final Instant FROM_HERE_GENERALIZED = Instant.parse("2050-01-01T00:00:00Z");

    @Override
    public String source() {
        return "RFC 5280 4.1.2.5";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        return Stream.concat(
                check("notBefore", certificate.tbs().notBefore(), certificate.notBefore()),
                check("notAfter", certificate.tbs().notAfter(), certificate.notAfter()));
    }

    private Stream<Finding> check(String field, byte[] encoded, Instant moment) {
        int wanted = moment.isBefore(FROM_HERE_GENERALIZED) ? Der.UTC_TIME : Der.GENERALIZED_TIME;
        return require(encoded[0] == wanted, "%s is in the wrong type of time", field);
    }
}
