package io.shomei.lint;

import static io.shomei.lint.RuleChecks.found;
import static io.shomei.lint.RuleChecks.passes;

import io.shomei.pki.Der;
import org.junit.jupiter.api.Test;

class NameValuesMeanSomethingTest {
    private static final CertificateRule RULE = new NameValuesMeanSomething();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().subjectWith("2.5.4.10", Der.utf8("-")));
    }
}
