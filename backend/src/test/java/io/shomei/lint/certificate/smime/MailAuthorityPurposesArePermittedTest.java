package io.shomei.lint.certificate.smime;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.oids;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class MailAuthorityPurposesArePermittedTest {
    private static final CertificateRule RULE = new MailAuthorityPurposesArePermitted();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.mailAuthority().with(Oids.EXTENDED_KEY_USAGE, false, oids("1.3.6.1.5.5.7.3.2")));
        found(
                RULE,
                Sample.mailAuthority()
                        .with(Oids.EXTENDED_KEY_USAGE, false, oids("1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.1")));
    }
}
