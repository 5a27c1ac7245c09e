package io.shomei.lint.certificate.br;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class ServerValidityIsShortTest {
    private static final CertificateRule RULE = new ServerValidityIsShort();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().validity("2026-11-01T00:00:00Z", "2027-05-20T00:00:00Z"));
        found(RULE, Sample.server().validity("2027-03-15T00:00:00Z", "2027-06-23T00:00:00Z"));
        found(RULE, Sample.server().validity("2029-03-15T00:00:00Z", "2029-05-01T00:00:00Z"));
    }
}
