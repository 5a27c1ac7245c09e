package io.shomei.lint;

import static io.shomei.lint.RuleChecks.found;
import static io.shomei.lint.RuleChecks.passes;

import io.shomei.pki.Der;
import org.junit.jupiter.api.Test;

class IssuerIsNotEmptyTest {
    private static final CertificateRule RULE = new IssuerIsNotEmpty();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().issuer(Der.sequence()));
    }
}
