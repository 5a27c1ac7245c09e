package io.shomei.lint.certificate.smime;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import java.time.Instant;

/** The generation for the ways of old was closed on 2025-07-15. */
final class LegacyGenerationHasEnded implements CertificateRule {
    private static final Instant END = Instant.parse("2025-07-15T00:00:00Z");

    @Override
    public String source() {
        return "SBR 7.1.6.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        MailType.of(certificate)
                .filter(type -> type.generation() == MailType.Generation.LEGACY)
                .ifPresent(legacy ->
                        findings.require(certificate.notBefore().isBefore(END), "a policy of the legacy generation"));
    }
}
