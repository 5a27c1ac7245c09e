package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class AuthorityIsMarkedCriticallyTest {
    private static final CertificateRule RULE = new AuthorityIsMarkedCritically();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.authority().with(Oids.BASIC_CONSTRAINTS, false, Der.sequence(Der.bool(true))));
        found(RULE, Sample.server().with(Oids.BASIC_CONSTRAINTS, true, Der.sequence(Der.integer(0))));
    }
}
