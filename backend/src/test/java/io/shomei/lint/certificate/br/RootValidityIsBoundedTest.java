package io.shomei.lint.certificate.br;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class RootValidityIsBoundedTest {
    private static final CertificateRule RULE = new RootValidityIsBounded();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.root().validity("2026-11-01T00:00:00Z", "2032-11-01T00:00:00Z"));
        found(RULE, Sample.root().validity("2026-11-01T00:00:00Z", "2052-11-01T00:00:00Z"));
    }
}
