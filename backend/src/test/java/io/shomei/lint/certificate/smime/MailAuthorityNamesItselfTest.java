package io.shomei.lint.certificate.smime;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.DistinguishedName;
import org.junit.jupiter.api.Test;

class MailAuthorityNamesItselfTest {
    private static final CertificateRule RULE = new MailAuthorityNamesItself();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.mailAuthority().subject(name("CN=A CA,O=A")));
        found(RULE, Sample.mailAuthority().subject(name("CN=A CA,C=JP")));
        found(RULE, Sample.mailAuthority().subject(name("O=A,C=JP")));
    }

    private static byte[] name(String text) {
        return DistinguishedName.parse(text).encoded();
    }
}
