package io.shomei.lint.certificate.br;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import org.junit.jupiter.api.Test;

class ServersNameNoUnitsTest {
    private static final CertificateRule RULE = new ServersNameNoUnits();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().subjectWith("2.5.4.11", Der.utf8("Library")));
    }
}
