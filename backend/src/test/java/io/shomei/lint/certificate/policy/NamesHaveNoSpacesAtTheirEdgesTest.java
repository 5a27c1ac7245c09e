package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import org.junit.jupiter.api.Test;

class NamesHaveNoSpacesAtTheirEdgesTest {
    private static final CertificateRule RULE = new NamesHaveNoSpacesAtTheirEdges();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().subjectWith("2.5.4.10", Der.utf8("A ")));
        found(RULE, Sample.server().subjectWith("2.5.4.10", Der.utf8("\u3000A")));
    }
}
