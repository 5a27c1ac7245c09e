package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.dns;
import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class AlternativeNamesAreNotEmptyTest {
    private static final CertificateRule RULE = new AlternativeNamesAreNotEmpty();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().with(Oids.SUBJECT_ALTERNATIVE_NAME, false, Der.sequence()));
        found(RULE, Sample.server().names(dns("")));
    }
}
