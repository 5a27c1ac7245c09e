package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.dns;
import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class AlternativeNamesStandOnceTest {
    private static final CertificateRule RULE = new AlternativeNamesStandOnce();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().names(dns("www.a.ac.jp"), dns("WWW.a.ac.jp")));
    }
}
