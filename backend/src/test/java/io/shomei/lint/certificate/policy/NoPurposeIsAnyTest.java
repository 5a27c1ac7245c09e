package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.oids;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class NoPurposeIsAnyTest {
    private static final CertificateRule RULE = new NoPurposeIsAny();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.client().with(Oids.EXTENDED_KEY_USAGE, false, oids(Oids.ANY_PURPOSE)));
        found(RULE, Sample.authority().with(Oids.EXTENDED_KEY_USAGE, false, oids(Oids.ANY_PURPOSE)));
    }
}
