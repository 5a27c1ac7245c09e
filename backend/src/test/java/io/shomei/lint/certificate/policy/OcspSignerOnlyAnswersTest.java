package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.oids;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class OcspSignerOnlyAnswersTest {
    private static final CertificateRule RULE = new OcspSignerOnlyAnswers();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(
                RULE,
                Sample.ocspSigner()
                        .with(Oids.EXTENDED_KEY_USAGE, false, oids("1.3.6.1.5.5.7.3.9", "1.3.6.1.5.5.7.3.1")));
        found(RULE, Sample.ocspSigner().usages(0, 1));
        found(RULE, Sample.authority().with(Oids.EXTENDED_KEY_USAGE, false, oids("1.3.6.1.5.5.7.3.9")));
    }
}
