package io.shomei.lint.certificate.br;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class AuthorityExtensionsAreCompleteTest {
    private static final CertificateRule RULE = new AuthorityExtensionsAreComplete();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.authority().without(Oids.CERTIFICATE_POLICIES));
        found(RULE, Sample.authority().without(Oids.EXTENDED_KEY_USAGE));
        found(RULE, Sample.root().without(Oids.SUBJECT_KEY_IDENTIFIER));
    }
}
