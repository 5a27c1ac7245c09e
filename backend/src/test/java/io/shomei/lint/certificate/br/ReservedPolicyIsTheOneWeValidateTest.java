package io.shomei.lint.certificate.br;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class ReservedPolicyIsTheOneWeValidateTest {
    private static final CertificateRule RULE = new ReservedPolicyIsTheOneWeValidate();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.server().policies("2.23.140.1.2.1", "1.3.6.1.4.1.99999.1"));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().policies("1.3.6.1.4.1.99999.1"));
        found(RULE, Sample.server().policies("2.23.140.1.2.1", "2.23.140.1.2.2"));
        found(RULE, Sample.server().policies("2.23.140.1.2.2", "2.23.140.1.1"));
    }
}
