package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class ReservedPoliciesFitTheProgrammeTest {
    private static final CertificateRule RULE = new ReservedPoliciesFitTheProgramme();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.client().policies("2.23.140.1.2.2"));
        found(RULE, Sample.server().policies("2.23.140.1.5.1.2"));
        found(RULE, Sample.code().policies("2.23.140.1.2.2"));
    }
}
