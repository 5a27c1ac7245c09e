package io.shomei.lint.certificate.br;

import static io.shomei.lint.certificate.RuleChecks.dns;
import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class HostsAreNotInternalTest {
    private static final CertificateRule RULE = new HostsAreNotInternal();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().names(dns("localhost")));
        found(RULE, Sample.server().names(dns("server.local")));
        found(RULE, Sample.server().names(dns("www.Example")));
        found(RULE, Sample.server().names(dns("4.3.2.1.in-addr.arpa")));
        found(RULE, Sample.server().names(dns("home.arpa")));
    }
}
