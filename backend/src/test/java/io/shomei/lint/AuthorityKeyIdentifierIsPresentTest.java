package io.shomei.lint;

import static io.shomei.lint.RuleChecks.found;
import static io.shomei.lint.RuleChecks.passes;

import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class AuthorityKeyIdentifierIsPresentTest {
    private static final CertificateRule RULE = new AuthorityKeyIdentifierIsPresent();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().without(Oids.AUTHORITY_KEY_IDENTIFIER));
    }
}
