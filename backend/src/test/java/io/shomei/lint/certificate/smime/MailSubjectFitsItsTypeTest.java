package io.shomei.lint.certificate.smime;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import org.junit.jupiter.api.Test;

class MailSubjectFitsItsTypeTest {
    private static final CertificateRule RULE = new MailSubjectFitsItsType();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.person());
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.mail().subjectWith("2.5.4.10", Der.utf8("A")));
        found(RULE, Sample.person().policies("2.23.140.1.5.1.2"));
        found(RULE, Sample.person().policies("2.23.140.1.5.4.2"));
        found(RULE, Sample.mail().policies("2.23.140.1.5.2.2"));
        found(RULE, Sample.mail().policies("2.23.140.1.5.3.3"));
        found(RULE, Sample.person().policies("2.23.140.1.5.3.3").subjectWith("2.5.4.9", Der.utf8("1-1")));
    }
}
