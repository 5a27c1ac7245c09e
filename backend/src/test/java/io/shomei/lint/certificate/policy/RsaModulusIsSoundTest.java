package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;
import static io.shomei.lint.certificate.RuleChecks.rsa;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class RsaModulusIsSoundTest {
    private static final CertificateRule RULE = new RsaModulusIsSound();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.server().key(rsa(BigInteger.ONE.shiftLeft(2047).setBit(0), 65537)));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().key(rsa(BigInteger.ONE.shiftLeft(2047), 65537)));
        found(RULE, Sample.server().key(rsa(BigInteger.ONE.shiftLeft(2048).setBit(0), 65537)));
    }
}
