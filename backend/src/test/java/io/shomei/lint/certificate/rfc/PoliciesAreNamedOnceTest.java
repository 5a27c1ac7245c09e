package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class PoliciesAreNamedOnceTest {
    private static final CertificateRule RULE = new PoliciesAreNamedOnce();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().with(Oids.CERTIFICATE_POLICIES, false, Der.sequence()));
        found(RULE, Sample.server().policies("1.3.6.1.4.1.99999.1", "2.23.140.1.2.2", "1.3.6.1.4.1.99999.1"));
    }
}
