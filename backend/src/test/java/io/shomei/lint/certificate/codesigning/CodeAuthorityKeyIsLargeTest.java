package io.shomei.lint.certificate.codesigning;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.lint.certificate.Samples;
import org.junit.jupiter.api.Test;

class CodeAuthorityKeyIsLargeTest {
    private static final CertificateRule RULE = new CodeAuthorityKeyIsLarge();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.codeAuthority().key(Samples.RSA));
    }
}
