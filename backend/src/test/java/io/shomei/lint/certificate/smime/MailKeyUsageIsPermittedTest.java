package io.shomei.lint.certificate.smime;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class MailKeyUsageIsPermittedTest {
    private static final CertificateRule RULE = new MailKeyUsageIsPermitted();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.mail().usages(0, 4));
        passes(RULE, Sample.mailRsa().usages(0, 2, 3));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.mail().usages(0, 2));
        found(RULE, Sample.mail().usages(1));
        found(RULE, Sample.mailRsa().policies("2.23.140.1.5.1.3").usages(0, 2, 3));
    }
}
