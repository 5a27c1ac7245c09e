package io.shomei.lint.certificate.smime;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import org.junit.jupiter.api.Test;

class OrganizationIdentifierIsWellFormedTest {
    private static final CertificateRule RULE = new OrganizationIdentifierIsWellFormed();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.person());
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.person().subjectWith("2.5.4.97", Der.utf8("1234567890123")));
        found(RULE, Sample.person().subjectWith("2.5.4.97", Der.utf8("NTR-1")));
    }
}
