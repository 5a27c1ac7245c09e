package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import org.junit.jupiter.api.Test;

class MailAddressOfTheSubjectIsAnAlternativeNameTest {
    private static final CertificateRule RULE = new MailAddressOfTheSubjectIsAnAlternativeName();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().subjectWith("1.2.840.113549.1.9.1", Der.ia5("a@a.ac.jp")));
    }
}
