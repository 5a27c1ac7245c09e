package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Fixtures;
import org.junit.jupiter.api.Test;

class ValidityIsEncodedByYearTest {
    private static final CertificateRule RULE = new ValidityIsEncodedByYear();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(
                RULE,
                Sample.server().validity(Der.generalizedTime(Fixtures.NOW), Der.time(Fixtures.NOW.plusSeconds(60))));
    }
}
