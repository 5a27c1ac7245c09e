package io.shomei.lint.certificate.br;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class AuthorityKeyUsageIsPermittedTest {
    private static final CertificateRule RULE = new AuthorityKeyUsageIsPermitted();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.authority().usages(0, 5, 6));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.authority().usages(5));
        found(RULE, Sample.authority().usages(5, 6, 2));
    }
}
