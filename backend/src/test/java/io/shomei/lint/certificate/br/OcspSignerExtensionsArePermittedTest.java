package io.shomei.lint.certificate.br;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;
import static io.shomei.lint.certificate.RuleChecks.points;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class OcspSignerExtensionsArePermittedTest {
    private static final CertificateRule RULE = new OcspSignerExtensionsArePermitted();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.ocspSigner().without(Oids.OCSP_NO_CHECK));
        found(RULE, Sample.ocspSigner().policies("2.23.140.1.2.2"));
        found(
                RULE,
                Sample.ocspSigner()
                        .with(Oids.CRL_DISTRIBUTION_POINTS, false, points("http://pki.example.jp/issuing.crl")));
    }
}
