package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import org.junit.jupiter.api.Test;

class ExtensionsAreKnownTest {
    private static final CertificateRule RULE = new ExtensionsAreKnown();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().with("1.2.3.4", false, Der.nullElement()));
    }
}
