package io.shomei.lint;

import static io.shomei.lint.RuleChecks.found;
import static io.shomei.lint.RuleChecks.passes;

import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class OcspSignerIsNotCheckedItselfTest {
    private static final CertificateRule RULE = new OcspSignerIsNotCheckedItself();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().with(Oids.EXTENDED_KEY_USAGE, false, Der.sequence(Der.oid("1.3.6.1.5.5.7.3.9"))));
    }
}
