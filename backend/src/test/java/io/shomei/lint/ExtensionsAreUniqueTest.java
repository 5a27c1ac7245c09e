package io.shomei.lint;

import static io.shomei.lint.RuleChecks.found;
import static io.shomei.lint.RuleChecks.passes;

import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class ExtensionsAreUniqueTest {
    private static final CertificateRule RULE = new ExtensionsAreUnique();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().again(Oids.KEY_USAGE));
    }
}
