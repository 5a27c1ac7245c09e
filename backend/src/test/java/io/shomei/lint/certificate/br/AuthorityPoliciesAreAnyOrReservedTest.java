package io.shomei.lint.certificate.br;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class AuthorityPoliciesAreAnyOrReservedTest {
    private static final CertificateRule RULE = new AuthorityPoliciesAreAnyOrReserved();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.authority().policies("2.23.140.1.2.2", "1.3.6.1.4.1.99999.1"));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.authority().policies(Oids.ANY_POLICY, "2.23.140.1.2.2"));
        found(RULE, Sample.authority().policies("1.3.6.1.4.1.99999.1"));
    }
}
