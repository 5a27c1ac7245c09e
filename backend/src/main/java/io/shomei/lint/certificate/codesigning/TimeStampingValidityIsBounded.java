package io.shomei.lint.certificate.codesigning;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.ExtendedKeyUsage;
import java.time.Instant;
import java.time.ZoneOffset;

/** 135 months: ten years for the stamps, and fifteen months in which the key makes them. */
final class TimeStampingValidityIsBounded implements CertificateRule {
    @Override
    public String source() {
        return "CSBR 6.3.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (certificate.serves(ExtendedKeyUsage.TIME_STAMPING) && !certificate.isAuthority()) {
            Instant end = certificate
                    .notBefore()
                    .atOffset(ZoneOffset.UTC)
                    .plusMonths(135)
                    .toInstant();
            findings.require(certificate.notAfter().isBefore(end), "the certificate is valid for too long");
        }
    }
}
