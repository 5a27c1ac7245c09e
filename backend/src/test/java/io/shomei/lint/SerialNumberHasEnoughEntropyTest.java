package io.shomei.lint;

import static io.shomei.lint.RuleChecks.found;
import static io.shomei.lint.RuleChecks.passes;

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
