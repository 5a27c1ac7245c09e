package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;
import static io.shomei.lint.certificate.RuleChecks.uri;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import org.junit.jupiter.api.Test;

class UrisAreAbsoluteTest {
    private static final CertificateRule RULE = new UrisAreAbsolute();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(
                RULE,
                Sample.client()
                        .names(uri("https://a.ac.jp/people/1"), uri("urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6")));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.client().names(uri("/people/1")));
        found(RULE, Sample.client().names(uri("https://a b/")));
        found(RULE, Sample.client().names(uri("https://_x_:y/")));
        found(RULE, Sample.client().names(uri("")));
    }
}
