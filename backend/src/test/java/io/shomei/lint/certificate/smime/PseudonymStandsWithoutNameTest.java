package io.shomei.lint.certificate.smime;

import static io.shomei.lint.certificate.RuleChecks.attribute;
import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import org.junit.jupiter.api.Test;

class PseudonymStandsWithoutNameTest {
    private static final CertificateRule RULE = new PseudonymStandsWithoutName();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(
                RULE,
                Sample.person()
                        .subject(Der.sequence(
                                Der.set(attribute("2.5.4.4", Der.utf8("Yamada"))),
                                Der.set(attribute("2.5.4.65", Der.utf8("T"))))));
    }
}
