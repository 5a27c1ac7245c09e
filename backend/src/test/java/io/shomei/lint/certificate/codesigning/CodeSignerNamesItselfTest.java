package io.shomei.lint.certificate.codesigning;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.DistinguishedName;
import org.junit.jupiter.api.Test;

class CodeSignerNamesItselfTest {
    private static final CertificateRule RULE = new CodeSignerNamesItself();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.code().subject(name("O=A,L=Chiyoda-ku,C=JP")));
        found(RULE, Sample.code().subject(name("CN=A,L=Chiyoda-ku,C=JP")));
        found(RULE, Sample.code().subject(name("CN=A,O=A,L=Chiyoda-ku")));
        found(RULE, Sample.code().subject(name("CN=A,O=A,C=JP")));
        found(RULE, Sample.code().subjectWith("0.9.2342.19200300.100.1.25", Der.ia5("jp")));
    }

    private static byte[] name(String text) {
        return DistinguishedName.parse(text).encoded();
    }
}
