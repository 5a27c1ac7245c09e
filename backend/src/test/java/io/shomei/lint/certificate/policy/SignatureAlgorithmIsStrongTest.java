package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import org.junit.jupiter.api.Test;

class SignatureAlgorithmIsStrongTest {
    private static final CertificateRule RULE = new SignatureAlgorithmIsStrong();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().algorithm(Der.sequence(Der.oid("1.2.840.113549.1.1.5"), Der.nullElement())));
        found(RULE, Sample.server().algorithm(Der.sequence(Der.oid("1.2.840.113549.1.1.11"))));
        found(RULE, Sample.server().algorithm(Der.sequence(Der.oid("1.2.840.10045.4.3.2"), Der.nullElement())));
    }
}
