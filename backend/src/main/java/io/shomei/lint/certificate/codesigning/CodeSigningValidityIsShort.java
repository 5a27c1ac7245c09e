package io.shomei.lint.certificate.codesigning;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.ExtendedKeyUsage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** 460 days from 2026-03-01, 39 months before. */
final class CodeSigningValidityIsShort implements CertificateRule {
    private static final Instant SHORTENED = Instant.parse("2026-03-01T00:00:00Z");

    @Override
    public String source() {
        return "CSBR 6.3.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.serves(ExtendedKeyUsage.CODE_SIGNING) || certificate.isAuthority()) {
            return;
        }
        Instant end = certificate.notBefore().isBefore(SHORTENED)
                ? certificate
                        .notBefore()
                        .atOffset(ZoneOffset.UTC)
                        .plusMonths(39)
                        .toInstant()
                : certificate.notBefore().plus(Duration.ofDays(460));
        findings.require(certificate.notAfter().isBefore(end), "the certificate is valid for too long");
    }
}
