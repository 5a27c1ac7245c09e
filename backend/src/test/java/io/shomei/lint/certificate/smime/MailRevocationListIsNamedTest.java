package io.shomei.lint.certificate.smime;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class MailRevocationListIsNamedTest {
    private static final CertificateRule RULE = new MailRevocationListIsNamed();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.mail().without(Oids.CRL_DISTRIBUTION_POINTS));
        found(RULE, Sample.mailAuthority().without(Oids.CRL_DISTRIBUTION_POINTS));
    }
}
