package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;
import static io.shomei.lint.certificate.RuleChecks.points;
import static io.shomei.lint.certificate.RuleChecks.uri;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class LocatorsAreHttpTest {
    private static final CertificateRule RULE = new LocatorsAreHttp();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().with(Oids.CRL_DISTRIBUTION_POINTS, false, points("ldap://x")));
        found(RULE, Sample.server().with(Oids.CRL_DISTRIBUTION_POINTS, false, points("http:///x.crl")));
        found(
                RULE,
                Sample.server().with(Oids.CRL_DISTRIBUTION_POINTS, false, points("http://user@pki.example.jp/x.crl")));
        found(RULE, Sample.server().with(Oids.CRL_DISTRIBUTION_POINTS, false, points("http://pki.example.jp/a b.crl")));
        found(RULE, Sample.server().with(Oids.FRESHEST_CRL, false, points("https://pki.example.jp/x.crl")));
        found(
                RULE,
                Sample.server()
                        .with(
                                Oids.AUTHORITY_INFORMATION_ACCESS,
                                false,
                                Der.sequence(Der.sequence(Der.oid(Oids.ACCESS_OCSP), uri("https://x")))));
    }
}
