package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Fixtures;
import io.shomei.pki.KeySpec;
import org.junit.jupiter.api.Test;

class KeyUsageFitsTheKeyTest {
    private static final CertificateRule RULE = new KeyUsageFitsTheKey();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().usages(0, 2));
        found(RULE, Sample.serverRsa().usages(0, 4));
        found(
                RULE,
                Sample.server()
                        .key(Fixtures.key("server", KeySpec.ED25519).getPublic().getEncoded())
                        .usages(0, 4));
    }
}
