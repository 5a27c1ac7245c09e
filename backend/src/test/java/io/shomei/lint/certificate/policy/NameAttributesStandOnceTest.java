package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.attribute;
import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import org.junit.jupiter.api.Test;

class NameAttributesStandOnceTest {
    private static final CertificateRule RULE = new NameAttributesStandOnce();

    private static final byte[] NAME = Der.set(attribute("2.5.4.3", Der.utf8("Taro")));

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(
                RULE,
                Sample.client().subject(Der.sequence(set(Der.utf8("Library")), set(Der.utf8("Second floor")), NAME)));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().subjectWith("2.5.4.3", Der.utf8("www.a.ac.jp")));
        found(RULE, Sample.client().subject(Der.sequence(set(Der.utf8("Library")), set(Der.utf8("Library")), NAME)));
    }

    private static byte[] set(byte[] unit) {
        return Der.set(attribute("2.5.4.11", unit));
    }
}
