package io.shomei.lint.certificate.smime;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class LegacyGenerationHasEndedTest {
    private static final CertificateRule RULE = new LegacyGenerationHasEnded();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(
                RULE,
                Sample.mail().policies("2.23.140.1.5.1.1").validity("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z"));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.mail().policies("2.23.140.1.5.1.1"));
    }
}
