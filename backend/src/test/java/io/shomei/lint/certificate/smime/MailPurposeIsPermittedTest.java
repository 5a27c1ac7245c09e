package io.shomei.lint.certificate.smime;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.oids;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class MailPurposeIsPermittedTest {
    private static final CertificateRule RULE = new MailPurposeIsPermitted();

    private static final String CLIENT = "1.3.6.1.5.5.7.3.2";
    private static final String MAIL = "1.3.6.1.5.5.7.3.4";

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.mail().with(Oids.EXTENDED_KEY_USAGE, false, oids(CLIENT, MAIL)));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.mail().with(Oids.EXTENDED_KEY_USAGE, false, oids(CLIENT)));
        found(
                RULE,
                Sample.mail().policies("2.23.140.1.5.1.3").with(Oids.EXTENDED_KEY_USAGE, false, oids(CLIENT, MAIL)));
        found(RULE, Sample.mail().with(Oids.EXTENDED_KEY_USAGE, false, oids("1.3.6.1.5.5.7.3.1", MAIL)));
    }
}
