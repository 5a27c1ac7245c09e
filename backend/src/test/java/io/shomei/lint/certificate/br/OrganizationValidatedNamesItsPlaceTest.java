package io.shomei.lint.certificate.br;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.DistinguishedName;
import org.junit.jupiter.api.Test;

class OrganizationValidatedNamesItsPlaceTest {
    private static final CertificateRule RULE = new OrganizationValidatedNamesItsPlace();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.server().subject(name("CN=www.a.ac.jp,O=A,ST=Tokyo,C=JP")));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().subject(name("CN=www.a.ac.jp,L=Chiyoda-ku,C=JP")));
        found(RULE, Sample.server().subject(name("CN=www.a.ac.jp,O=A,L=Chiyoda-ku")));
        found(RULE, Sample.server().subject(name("CN=www.a.ac.jp,O=A,C=JP")));
        found(RULE, Sample.server().subjectWith("2.5.4.42", Der.utf8("Taro")));
    }

    private static byte[] name(String text) {
        return DistinguishedName.parse(text).encoded();
    }
}
