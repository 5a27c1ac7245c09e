package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.SignatureScheme;
import org.junit.jupiter.api.Test;

class SignatureFitsTheIssuersKeyTest {
    private static final CertificateRule RULE = new SignatureFitsTheIssuersKey();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().algorithm(SignatureScheme.ECDSA_WITH_SHA384.algorithmIdentifier()));
        found(RULE, Sample.server().algorithm(SignatureScheme.SHA256_WITH_RSA.algorithmIdentifier()));
    }
}
