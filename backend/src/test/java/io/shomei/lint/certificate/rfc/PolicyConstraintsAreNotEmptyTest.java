package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class PolicyConstraintsAreNotEmptyTest {
    private static final CertificateRule RULE = new PolicyConstraintsAreNotEmpty();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(
                RULE,
                Sample.authority()
                        .with(Oids.POLICY_CONSTRAINTS, true, Der.sequence(Der.contextPrimitive(0, new byte[] {0}))));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.authority().with(Oids.POLICY_CONSTRAINTS, true, Der.sequence()));
    }
}
