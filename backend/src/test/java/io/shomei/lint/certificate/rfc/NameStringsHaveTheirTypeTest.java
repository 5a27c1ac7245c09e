package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import org.junit.jupiter.api.Test;

class NameStringsHaveTheirTypeTest {
    private static final CertificateRule RULE = new NameStringsHaveTheirType();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().subjectWith("2.5.4.6", Der.utf8("JP")));
        found(RULE, Sample.server().subjectWith("2.5.4.10", Der.ia5("A")));
    }
}
