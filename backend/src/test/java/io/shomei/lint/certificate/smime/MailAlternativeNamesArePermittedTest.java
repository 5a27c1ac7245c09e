package io.shomei.lint.certificate.smime;

import static io.shomei.lint.certificate.RuleChecks.dns;
import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.mail;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.AlternativeName;
import org.junit.jupiter.api.Test;

class MailAlternativeNamesArePermittedTest {
    private static final CertificateRule RULE = new MailAlternativeNamesArePermitted();

    private static final byte[] UPN = new AlternativeName.UserPrincipalName("taro@a.ac.jp").encoded();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.mail().names(mail("taro@a.ac.jp"), UPN));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.mail().names(mail("taro@a.ac.jp"), dns("a.ac.jp")));
        found(RULE, Sample.mail().policies("2.23.140.1.5.1.3").names(mail("taro@a.ac.jp"), UPN));
    }
}
