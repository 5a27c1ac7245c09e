package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import org.junit.jupiter.api.Test;

class NamesHaveNoHiddenCharactersTest {
    private static final CertificateRule RULE = new NamesHaveNoHiddenCharacters();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.server().subjectWith("2.5.4.10", Der.utf8("学校法人 𠮷田学園")));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().subjectWith("2.5.4.10", Der.utf8("A\u202EB")));
        found(RULE, Sample.server().subjectWith("2.5.4.10", Der.utf8("A\u0000")));
        found(RULE, Sample.server().subjectWith("2.5.4.10", Der.utf8("A\u200BB")));
    }
}
