package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class OnlyAuthoritiesConstrainTest {
    private static final CertificateRule RULE = new OnlyAuthoritiesConstrain();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.authority().with(Oids.INHIBIT_ANY_POLICY, true, Der.integer(0)));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().with(Oids.INHIBIT_ANY_POLICY, true, Der.integer(0)));
    }
}
