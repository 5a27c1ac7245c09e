package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Fixtures;
import io.shomei.pki.KeySpec;
import io.shomei.pki.Oids;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyUsageFitsTheKeyTest {
    private static final CertificateRule RULE = new KeyUsageFitsTheKey();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().with(Oids.KEY_USAGE, true, Der.namedBits(List.of(0, 2))));
        found(
                RULE,
                Sample.of(Fixtures.unsignedServer(KeySpec.P256, KeySpec.RSA_2048))
                        .with(Oids.KEY_USAGE, true, Der.namedBits(List.of(0, 4))));
    }
}
