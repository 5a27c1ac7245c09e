package io.shomei.lint;

import static io.shomei.lint.RuleChecks.found;
import static io.shomei.lint.RuleChecks.passes;

import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class LocatorsAreNotCriticalTest {
    private static final CertificateRule RULE = new LocatorsAreNotCritical();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().with(Oids.SUBJECT_KEY_IDENTIFIER, true, Der.octets(new byte[20])));
    }
}
