package io.shomei.lint.certificate.codesigning;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class TimeStampingValidityIsBoundedTest {
    private static final CertificateRule RULE = new TimeStampingValidityIsBounded();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.timeStamp().validity("2026-11-01T00:00:00Z", "2038-02-01T00:00:00Z"));
    }
}
