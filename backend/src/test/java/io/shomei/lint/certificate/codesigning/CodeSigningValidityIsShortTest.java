package io.shomei.lint.certificate.codesigning;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class CodeSigningValidityIsShortTest {
    private static final CertificateRule RULE = new CodeSigningValidityIsShort();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.code().validity("2026-02-28T00:00:00Z", "2029-05-27T23:59:59Z"));
        passes(RULE, Sample.code().validity("2026-11-01T00:00:00Z", "2028-02-03T23:59:59Z"));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.code().validity("2026-11-01T00:00:00Z", "2028-02-04T00:00:00Z"));
        found(RULE, Sample.code().validity("2026-02-28T00:00:00Z", "2029-05-28T00:00:00Z"));
    }
}
