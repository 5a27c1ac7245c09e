package io.shomei.lint.certificate.br;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.oids;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class AuthorityIsForServersOnlyTest {
    private static final CertificateRule RULE = new AuthorityIsForServersOnly();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(
                RULE,
                Sample.authority()
                        .with(Oids.EXTENDED_KEY_USAGE, false, oids("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.4")));
        found(RULE, Sample.authority().without(Oids.EXTENDED_KEY_USAGE));
        found(RULE, Sample.root().with(Oids.EXTENDED_KEY_USAGE, false, oids("1.3.6.1.5.5.7.3.1")));
    }
}
