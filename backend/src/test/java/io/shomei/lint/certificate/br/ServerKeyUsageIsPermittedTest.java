package io.shomei.lint.certificate.br;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class ServerKeyUsageIsPermittedTest {
    private static final CertificateRule RULE = new ServerKeyUsageIsPermitted();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().usages(0, 1));
        found(RULE, Sample.server().usages(4));
        found(RULE, Sample.serverRsa().usages(1));
    }
}
