package io.shomei.lint.certificate.smime;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.mail;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.DistinguishedName;
import org.junit.jupiter.api.Test;

class MailCommonNameFitsItsTypeTest {
    private static final CertificateRule RULE = new MailCommonNameFitsItsType();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.person());
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.mail().subject(name("CN=Taro Yamada")));
        found(RULE, Sample.person().policies("2.23.140.1.5.2.2"));
        found(RULE, Sample.person().names(mail("other@a.ac.jp")).subject(name("CN=taro@a.ac.jp")));
    }

    private static byte[] name(String text) {
        return DistinguishedName.parse(text).encoded();
    }
}
