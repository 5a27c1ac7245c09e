package io.shomei.lint;

import static io.shomei.lint.RuleChecks.found;
import static io.shomei.lint.RuleChecks.passes;
import static io.shomei.lint.RuleChecks.rsa;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class RsaExponentIsSoundTest {
    private static final CertificateRule RULE = new RsaExponentIsSound();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().key(rsa(BigInteger.ONE.shiftLeft(2047).setBit(0), 3)));
    }
}
