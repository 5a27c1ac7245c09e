package io.shomei.lint.certificate.codesigning;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class CodeSigningPolicyIsNamedTest {
    private static final CertificateRule RULE = new CodeSigningPolicyIsNamed();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.code().without(Oids.CERTIFICATE_POLICIES));
        found(RULE, Sample.codeAuthority().without(Oids.CERTIFICATE_POLICIES));
    }
}
