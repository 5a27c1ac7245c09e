package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class SerialNumberHasEnoughEntropyTest {
    private static final CertificateRule RULE = new SerialNumberHasEnoughEntropy();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().serial(BigInteger.valueOf(4711)));
    }
}
