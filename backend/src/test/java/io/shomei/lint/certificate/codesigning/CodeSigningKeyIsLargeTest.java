package io.shomei.lint.certificate.codesigning;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.lint.certificate.Samples;
import io.shomei.pki.Fixtures;
import io.shomei.pki.KeySpec;
import org.junit.jupiter.api.Test;

class CodeSigningKeyIsLargeTest {
    private static final CertificateRule RULE = new CodeSigningKeyIsLarge();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.code().key(Samples.RSA));
        found(RULE, Sample.timeStamp().key(Samples.RSA));
        found(
                RULE,
                Sample.code()
                        .key(Fixtures.key("server", KeySpec.ED25519).getPublic().getEncoded()));
    }
}
