package io.shomei.lint.certificate.br;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.SignatureScheme;
import org.junit.jupiter.api.Test;

class SignatureAlgorithmIsPermittedTest {
    private static final CertificateRule RULE = new SignatureAlgorithmIsPermitted();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().algorithm(SignatureScheme.ED25519.algorithmIdentifier()));
    }
}
