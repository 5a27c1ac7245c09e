package io.shomei.lint.certificate.smime;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.mail;
import static io.shomei.lint.certificate.RuleChecks.passes;
import static io.shomei.lint.certificate.RuleChecks.uri;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class MailboxIsAnAlternativeNameTest {
    private static final CertificateRule RULE = new MailboxIsAnAlternativeName();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.mail().names(uri("https://a.ac.jp/")));
        found(RULE, Sample.mail().names(mail("other@a.ac.jp")));
    }
}
