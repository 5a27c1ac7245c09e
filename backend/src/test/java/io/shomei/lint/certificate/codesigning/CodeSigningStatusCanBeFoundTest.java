package io.shomei.lint.certificate.codesigning;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class CodeSigningStatusCanBeFoundTest {
    private static final CertificateRule RULE = new CodeSigningStatusCanBeFound();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.code().without(Oids.CRL_DISTRIBUTION_POINTS));
        found(RULE, Sample.code().without(Oids.AUTHORITY_INFORMATION_ACCESS));
        found(RULE, Sample.codeAuthority().without(Oids.AUTHORITY_INFORMATION_ACCESS));
    }
}
