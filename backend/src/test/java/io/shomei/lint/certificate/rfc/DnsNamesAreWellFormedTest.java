package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.dns;
import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class DnsNamesAreWellFormedTest {
    private static final CertificateRule RULE = new DnsNamesAreWellFormed();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.server().names(dns("*.a.ac.jp")));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().names(dns("a_b.ac.jp")));
        found(RULE, Sample.server().names(dns("w*.a.ac.jp")));
        found(RULE, Sample.server().names(dns("*.*.a.ac.jp")));
        found(RULE, Sample.server().names(dns("*.jp")));
    }
}
