package io.shomei.lint.certificate.br;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Fixtures;
import io.shomei.pki.KeySpec;
import org.junit.jupiter.api.Test;

class KeyIsRsaOrOnACurveTest {
    private static final CertificateRule RULE = new KeyIsRsaOrOnACurve();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(
                RULE,
                Sample.server()
                        .key(Fixtures.key("server", KeySpec.ED25519).getPublic().getEncoded()));
    }
}
