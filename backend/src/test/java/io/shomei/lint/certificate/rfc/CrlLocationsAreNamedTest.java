package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;
import static io.shomei.lint.certificate.RuleChecks.points;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class CrlLocationsAreNamedTest {
    private static final CertificateRule RULE = new CrlLocationsAreNamed();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.server().with(Oids.FRESHEST_CRL, false, points("http://pki.example.jp/delta.crl")));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().with(Oids.CRL_DISTRIBUTION_POINTS, false, Der.sequence()));
        found(
                RULE,
                Sample.server()
                        .with(
                                Oids.CRL_DISTRIBUTION_POINTS,
                                false,
                                Der.sequence(Der.sequence(Der.contextPrimitive(1, new byte[] {1, 2})))));
        found(RULE, Sample.server().with(Oids.FRESHEST_CRL, false, Der.sequence(Der.sequence())));
    }
}
