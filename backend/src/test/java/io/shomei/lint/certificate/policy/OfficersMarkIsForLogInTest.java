package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import org.junit.jupiter.api.Test;

class OfficersMarkIsForLogInTest {
    private static final CertificateRule RULE = new OfficersMarkIsForLogIn();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(
                RULE,
                Sample.client()
                        .subjectWith("2.5.4.7", Der.utf8("Academe-ops"))
                        .policies("2.25.1647338124028460184.1.1"));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.client().subjectWith("2.5.4.7", Der.utf8("Academe-ops")));
        found(RULE, Sample.server().subjectWith("2.5.4.7", Der.utf8("Academe")));
    }
}
