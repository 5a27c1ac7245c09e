package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class OcspSignerIsShortLivedTest {
    private static final CertificateRule RULE = new OcspSignerIsShortLived();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.ocspSigner().validity("2026-11-01T00:00:00Z", "2027-02-01T00:00:00Z"));
    }
}
