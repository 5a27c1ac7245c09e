package io.shomei.lint.certificate.codesigning;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.oids;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class CodeSigningPurposesArePermittedTest {
    private static final CertificateRule RULE = new CodeSigningPurposesArePermitted();

    private static final String CODE = "1.3.6.1.5.5.7.3.3";

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.code().with(Oids.EXTENDED_KEY_USAGE, false, oids(CODE, "1.3.6.1.4.1.311.10.3.13")));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.code().with(Oids.EXTENDED_KEY_USAGE, false, oids("1.3.6.1.5.5.7.3.4")));
        found(RULE, Sample.code().with(Oids.EXTENDED_KEY_USAGE, false, oids(CODE, "1.3.6.1.5.5.7.3.1")));
        found(RULE, Sample.code().with(Oids.EXTENDED_KEY_USAGE, true, oids(CODE, "1.3.6.1.5.5.7.3.8")));
    }
}
