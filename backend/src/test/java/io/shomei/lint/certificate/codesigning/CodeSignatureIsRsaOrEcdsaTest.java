package io.shomei.lint.certificate.codesigning;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.SignatureScheme;
import org.junit.jupiter.api.Test;

class CodeSignatureIsRsaOrEcdsaTest {
    private static final CertificateRule RULE = new CodeSignatureIsRsaOrEcdsa();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.code().algorithm(SignatureScheme.ED25519.algorithmIdentifier()));
    }
}
