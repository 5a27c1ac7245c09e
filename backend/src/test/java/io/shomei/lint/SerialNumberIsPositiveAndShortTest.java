package io.shomei.lint;

import static io.shomei.lint.RuleChecks.found;
import static io.shomei.lint.RuleChecks.passes;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class SerialNumberIsPositiveAndShortTest {
    private static final CertificateRule RULE = new SerialNumberIsPositiveAndShort();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().serial(BigInteger.ONE.shiftLeft(159)));
        found(RULE, Sample.server().serial(BigInteger.valueOf(-5)));
        found(RULE, Sample.server().serial(BigInteger.ZERO));
    }
}
