package io.shomei.lint.certificate.br;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.DistinguishedName;
import org.junit.jupiter.api.Test;

class DomainValidatedNamesNobodyTest {
    private static final CertificateRule RULE = new DomainValidatedNamesNobody();

    private static final String DOMAIN = "2.23.140.1.2.1";
    private static final byte[] NAME =
            DistinguishedName.parse("CN=www.a.ac.jp,C=JP").encoded();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.server().policies(DOMAIN).subject(NAME));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().policies(DOMAIN));
    }
}
