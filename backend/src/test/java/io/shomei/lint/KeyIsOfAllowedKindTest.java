package io.shomei.lint;

import static io.shomei.lint.RuleChecks.found;
import static io.shomei.lint.RuleChecks.passes;
import static io.shomei.lint.RuleChecks.rsa;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class KeyIsOfAllowedKindTest {
    private static final CertificateRule RULE = new KeyIsOfAllowedKind();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().key(rsa(BigInteger.ONE.shiftLeft(1023).setBit(0), 65537)));
    }
}
