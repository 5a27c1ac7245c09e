package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;
import static io.shomei.lint.certificate.RuleChecks.uri;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class StatusCanBeFoundTest {
    private static final CertificateRule RULE = new StatusCanBeFound();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.client().without(Oids.CRL_DISTRIBUTION_POINTS).without(Oids.AUTHORITY_INFORMATION_ACCESS));
        found(
                RULE,
                Sample.client()
                        .without(Oids.CRL_DISTRIBUTION_POINTS)
                        .with(
                                Oids.AUTHORITY_INFORMATION_ACCESS,
                                false,
                                Der.sequence(Der.sequence(
                                        Der.oid(Oids.ACCESS_CA_ISSUERS), uri("http://pki.example.jp/ca.crt")))));
    }
}
