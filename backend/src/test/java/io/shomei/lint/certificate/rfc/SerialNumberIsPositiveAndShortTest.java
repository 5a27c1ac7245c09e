package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
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
