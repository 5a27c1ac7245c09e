package io.shomei.lint.certificate.br;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;
import static io.shomei.lint.certificate.RuleChecks.uri;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class SubscriberExtensionsAreCompleteTest {
    private static final CertificateRule RULE = new SubscriberExtensionsAreComplete();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.server().without(Oids.CRL_DISTRIBUTION_POINTS));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().without(Oids.AUTHORITY_INFORMATION_ACCESS));
        found(RULE, Sample.server().without(Oids.CERTIFICATE_POLICIES));
        found(
                RULE,
                Sample.server()
                        .without(Oids.CRL_DISTRIBUTION_POINTS)
                        .with(
                                Oids.AUTHORITY_INFORMATION_ACCESS,
                                false,
                                Der.sequence(Der.sequence(
                                        Der.oid(Oids.ACCESS_CA_ISSUERS), uri("http://pki.example.jp/ca.crt")))));
    }
}
