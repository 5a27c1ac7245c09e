package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;
import static io.shomei.lint.certificate.RuleChecks.rsa;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
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
