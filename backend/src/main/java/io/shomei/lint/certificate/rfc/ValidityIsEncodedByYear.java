package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Der;
import java.time.Instant;

/** UTCTime through 2049, GeneralizedTime from 2050. */
final class ValidityIsEncodedByYear implements CertificateRule {
    private static final Instant FROM_HERE_GENERALIZED = Instant.parse("2050-01-01T00:00:00Z");

    @Override
    public String source() {
        return "RFC 5280 4.1.2.5";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(
                isRight(certificate.tbs().notBefore(), certificate.notBefore()),
                "notBefore is in the wrong type of time");
        findings.require(
                isRight(certificate.tbs().notAfter(), certificate.notAfter()), "notAfter is in the wrong type of time");
    }

    private static boolean isRight(byte[] encoded, Instant moment) {
        return encoded[0] == (moment.isBefore(FROM_HERE_GENERALIZED) ? Der.UTC_TIME : Der.GENERALIZED_TIME);
    }
}
