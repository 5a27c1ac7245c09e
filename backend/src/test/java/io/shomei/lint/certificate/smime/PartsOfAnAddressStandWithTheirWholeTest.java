package io.shomei.lint.certificate.smime;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import org.junit.jupiter.api.Test;

class PartsOfAnAddressStandWithTheirWholeTest {
    private static final CertificateRule RULE = new PartsOfAnAddressStandWithTheirWhole();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.mail().subjectWith("2.5.4.7", Der.utf8("Tokyo")));
        found(RULE, Sample.mail().subjectWith("2.5.4.9", Der.utf8("1-1")));
    }
}
