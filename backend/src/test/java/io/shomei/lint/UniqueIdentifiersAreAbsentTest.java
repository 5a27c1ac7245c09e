package io.shomei.lint;

import static io.shomei.lint.RuleChecks.found;
import static io.shomei.lint.RuleChecks.passes;

import org.junit.jupiter.api.Test;

class UniqueIdentifiersAreAbsentTest {
    private static final CertificateRule RULE = new UniqueIdentifiersAreAbsent();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().uniqueIdentifier());
    }
}
