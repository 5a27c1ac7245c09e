package io.shomei.lint;

import static io.shomei.lint.RuleChecks.found;
import static io.shomei.lint.RuleChecks.passes;

import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class SubjectKeyIdentifierIsPresentTest {
    private static final CertificateRule RULE = new SubjectKeyIdentifierIsPresent();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().without(Oids.SUBJECT_KEY_IDENTIFIER));
    }
}
