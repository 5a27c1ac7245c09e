package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.oids;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class PurposesAreNamedOnceTest {
    private static final CertificateRule RULE = new PurposesAreNamedOnce();

    private static final String SERVER = "1.3.6.1.5.5.7.3.1";

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().with(Oids.EXTENDED_KEY_USAGE, false, Der.sequence()));
        found(RULE, Sample.server().with(Oids.EXTENDED_KEY_USAGE, false, oids(SERVER, SERVER)));
    }
}
