package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.lint.certificate.Samples;
import org.junit.jupiter.api.Test;

class PathLengthIsKeptTest {
    private static final CertificateRule RULE = new PathLengthIsKept();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.authority().issuedBy(Samples.AUTHORITY));
    }
}
