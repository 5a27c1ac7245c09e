package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Fixtures;
import org.junit.jupiter.api.Test;

class IssuerIsTheIssuersSubjectTest {
    private static final CertificateRule RULE = new IssuerIsTheIssuersSubject();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().issuer(Fixtures.ROOT_NAME.encoded()));
        found(RULE, Sample.server().issuer(Der.sequence()));
    }
}
