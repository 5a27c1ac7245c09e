package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.dns;
import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;
import static io.shomei.lint.certificate.RuleChecks.uri;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class RevocationListsAreForAllReasonsTest {
    private static final CertificateRule RULE = new RevocationListsAreForAllReasons();

    private static final byte[] NAME = Der.context(0, Der.context(0, uri("http://pki.example.jp/issuing.crl")));

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(
                RULE,
                Sample.server()
                        .with(
                                Oids.CRL_DISTRIBUTION_POINTS,
                                false,
                                Der.sequence(Der.sequence(NAME, Der.contextPrimitive(1, new byte[] {1, 2})))));
        found(
                RULE,
                Sample.server()
                        .with(
                                Oids.CRL_DISTRIBUTION_POINTS,
                                false,
                                Der.sequence(Der.sequence(NAME, Der.context(2, dns("a.jp"))))));
    }
}
