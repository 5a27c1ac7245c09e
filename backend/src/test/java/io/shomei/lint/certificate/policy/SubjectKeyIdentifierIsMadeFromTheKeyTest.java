package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class SubjectKeyIdentifierIsMadeFromTheKeyTest {
    private static final CertificateRule RULE = new SubjectKeyIdentifierIsMadeFromTheKey();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().with(Oids.SUBJECT_KEY_IDENTIFIER, false, Der.octets(new byte[20])));
    }
}
