package io.shomei.lint.certificate.br;

import static io.shomei.lint.certificate.RuleChecks.dns;
import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class ServerCommonNameIsAnAlternativeNameTest {
    private static final CertificateRule RULE = new ServerCommonNameIsAnAlternativeName();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().names(dns("b.ac.jp")));
    }
}
