package io.shomei.lint.certificate.codesigning;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class CodeSigningKeyOnlySignsTest {
    private static final CertificateRule RULE = new CodeSigningKeyOnlySigns();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.code().usages(0, 1));
        found(RULE, Sample.timeStamp().usages(1));
    }
}
