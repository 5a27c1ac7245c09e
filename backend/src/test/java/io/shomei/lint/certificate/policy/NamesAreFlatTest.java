package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.attribute;
import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import org.junit.jupiter.api.Test;

class NamesAreFlatTest {
    private static final CertificateRule RULE = new NamesAreFlat();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(
                RULE,
                Sample.server()
                        .subject(Der.sequence(Der.set(
                                attribute("2.5.4.6", Der.printable("JP")), attribute("2.5.4.3", Der.utf8("a"))))));
    }
}
