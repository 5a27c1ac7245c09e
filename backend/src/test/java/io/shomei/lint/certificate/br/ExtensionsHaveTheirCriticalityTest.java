package io.shomei.lint.certificate.br;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class ExtensionsHaveTheirCriticalityTest {
    private static final CertificateRule RULE = new ExtensionsHaveTheirCriticality();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().critical(Oids.BASIC_CONSTRAINTS, false));
        found(RULE, Sample.server().critical(Oids.CERTIFICATE_POLICIES, true));
        found(RULE, Sample.server().critical(Oids.EXTENDED_KEY_USAGE, true));
        found(RULE, Sample.authority().critical(Oids.KEY_USAGE, false));
    }
}
