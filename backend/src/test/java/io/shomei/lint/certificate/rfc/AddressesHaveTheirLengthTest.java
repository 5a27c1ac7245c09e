package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.dns;
import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.ip;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class AddressesHaveTheirLengthTest {
    private static final CertificateRule RULE = new AddressesHaveTheirLength();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.server().names(dns("www.a.ac.jp"), ip(8, 8, 8, 8)));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().names(ip(8, 8, 8, 8, 255, 255, 255, 0)));
    }
}
