package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class IssuerOutlivesTheCertificateTest {
    private static final CertificateRule RULE = new IssuerOutlivesTheCertificate();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.client().validity("2026-11-01T00:00:00Z", "2060-12-01T00:00:00Z"));
    }
}
