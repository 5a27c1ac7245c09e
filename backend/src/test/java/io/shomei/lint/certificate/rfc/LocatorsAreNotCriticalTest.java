package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class LocatorsAreNotCriticalTest {
    private static final CertificateRule RULE = new LocatorsAreNotCritical();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().critical(Oids.SUBJECT_KEY_IDENTIFIER, true));
        found(RULE, Sample.server().critical(Oids.CRL_DISTRIBUTION_POINTS, true));
        found(RULE, Sample.ocspSigner().critical(Oids.OCSP_NO_CHECK, true));
    }
}
