package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.lint.certificate.Samples;
import org.junit.jupiter.api.Test;

class SubjectHasItsOwnKeyTest {
    private static final CertificateRule RULE = new SubjectHasItsOwnKey();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().key(Samples.AUTHORITY.tbs().publicKeyInfo()));
    }
}
