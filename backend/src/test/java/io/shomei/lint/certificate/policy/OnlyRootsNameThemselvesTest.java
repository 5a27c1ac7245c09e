package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Fixtures;
import org.junit.jupiter.api.Test;

class OnlyRootsNameThemselvesTest {
    private static final CertificateRule RULE = new OnlyRootsNameThemselves();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.authority().subject(Fixtures.ROOT_NAME.encoded()));
        found(RULE, Sample.root().issuer(Fixtures.ISSUER_NAME.encoded()));
    }
}
