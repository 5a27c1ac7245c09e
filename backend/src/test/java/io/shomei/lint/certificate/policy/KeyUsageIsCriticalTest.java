package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyUsageIsCriticalTest {
    private static final CertificateRule RULE = new KeyUsageIsCritical();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().without(Oids.KEY_USAGE));
        found(RULE, Sample.server().with(Oids.KEY_USAGE, false, Der.namedBits(List.of(0))));
        found(RULE, Sample.server().with(Oids.KEY_USAGE, true, Der.namedBits(List.of())));
    }
}
