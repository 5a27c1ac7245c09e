package io.shomei.lint.certificate.smime;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class MailPolicyIsOneReservedTest {
    private static final CertificateRule RULE = new MailPolicyIsOneReserved();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.mail().policies("1.3.6.1.4.1.99999.1"));
        found(RULE, Sample.mail().policies("2.23.140.1.5.1.2", "2.23.140.1.5.1.3"));
        found(RULE, Sample.mail().policies("2.23.140.1.5.5.1"));
    }
}
