package io.shomei.lint.certificate.codesigning;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.oids;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class CodeAuthorityPurposesArePermittedTest {
    private static final CertificateRule RULE = new CodeAuthorityPurposesArePermitted();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.codeAuthority().with(Oids.EXTENDED_KEY_USAGE, false, oids("1.3.6.1.5.5.7.3.8")));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.codeAuthority().without(Oids.EXTENDED_KEY_USAGE));
        found(
                RULE,
                Sample.codeAuthority()
                        .with(Oids.EXTENDED_KEY_USAGE, false, oids("1.3.6.1.5.5.7.3.3", "1.3.6.1.5.5.7.3.8")));
        found(
                RULE,
                Sample.codeAuthority()
                        .with(Oids.EXTENDED_KEY_USAGE, false, oids("1.3.6.1.5.5.7.3.3", "1.3.6.1.5.5.7.3.1")));
    }
}
