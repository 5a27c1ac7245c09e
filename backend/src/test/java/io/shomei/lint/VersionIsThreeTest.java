package io.shomei.lint;

import static io.shomei.lint.RuleChecks.found;
import static io.shomei.lint.RuleChecks.passes;

import org.junit.jupiter.api.Test;

class VersionIsThreeTest {
    private static final CertificateRule RULE = new VersionIsThree();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().version(new byte[0]));
    }
}
