package io.shomei.lint.certificate.br;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.DistinguishedName;
import org.junit.jupiter.api.Test;

class AuthorityNamesItselfTest {
    private static final CertificateRule RULE = new AuthorityNamesItself();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.authority().subject(name("CN=A CA,O=A")));
        found(RULE, Sample.authority().subject(name("CN=A CA,C=JP")));
        found(RULE, Sample.authority().subject(name("O=A,C=JP")));
        found(RULE, Sample.authority().subject(name("CN=A CA,OU=B,O=A,C=JP")));
    }

    private static byte[] name(String text) {
        return DistinguishedName.parse(text).encoded();
    }
}
