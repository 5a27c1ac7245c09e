package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class AlternativeNamesAreCriticalOnlyWithoutSubjectTest {
    private static final CertificateRule RULE = new AlternativeNamesAreCriticalOnlyWithoutSubject();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().subject(Der.sequence()));
        found(RULE, Sample.server().subject(Der.sequence()).without(Oids.SUBJECT_ALTERNATIVE_NAME));
        found(RULE, Sample.server().critical(Oids.SUBJECT_ALTERNATIVE_NAME, true));
    }
}
