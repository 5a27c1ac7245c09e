package io.shomei.lint.certificate.smime;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class MailValidityIsShortTest {
    private static final CertificateRule RULE = new MailValidityIsShort();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(
                RULE,
                Sample.mail().policies("2.23.140.1.5.1.1").validity("2025-01-01T00:00:00Z", "2028-03-01T00:00:00Z"));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.mail().validity("2026-11-01T00:00:00Z", "2029-02-03T00:00:00Z"));
    }
}
