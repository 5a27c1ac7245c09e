package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.lint.certificate.Samples;
import org.junit.jupiter.api.Test;

class PurposesLieWithinTheIssuersTest {
    private static final CertificateRule RULE = new PurposesLieWithinTheIssuers();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.client().issuedBy(Samples.AUTHORITY));
        found(RULE, Sample.mail().issuedBy(Samples.AUTHORITY));
    }
}
