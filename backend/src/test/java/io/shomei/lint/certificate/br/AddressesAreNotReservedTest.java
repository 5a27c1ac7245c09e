package io.shomei.lint.certificate.br;

import static io.shomei.lint.certificate.RuleChecks.dns;
import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.ip;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class AddressesAreNotReservedTest {
    private static final CertificateRule RULE = new AddressesAreNotReserved();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.server().names(dns("www.a.ac.jp"), ip(8, 8, 8, 8)));
        passes(RULE, Sample.server().names(dns("www.a.ac.jp"), ip(0x24, 1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().names(ip(10, 1, 2, 3)));
        found(RULE, Sample.server().names(ip(172, 31, 0, 1)));
        found(RULE, Sample.server().names(ip(240, 0, 0, 1)));
        found(RULE, Sample.server().names(ip(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)));
        found(RULE, Sample.server().names(ip(0x20, 1, 0x0D, 0xB8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)));
    }
}
