package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class ConstraintsAreCriticalTest {
    private static final CertificateRule RULE = new ConstraintsAreCritical();

    private static final byte[] NAMES =
            Der.sequence(Der.context(0, Der.sequence(Der.contextPrimitive(2, "a.ac.jp".getBytes(US_ASCII)))));

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.authority().with(Oids.NAME_CONSTRAINTS, true, NAMES));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.authority().with(Oids.NAME_CONSTRAINTS, false, NAMES));
        found(RULE, Sample.authority().with(Oids.INHIBIT_ANY_POLICY, false, Der.integer(0)));
    }
}
