package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class ExtensionsArePresentTest {
    private static final CertificateRule RULE = new ExtensionsArePresent();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().withoutExtensions());
    }
}
