package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;
import static java.nio.charset.StandardCharsets.US_ASCII;

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
        found(
                RULE,
                Sample.server()
                        .with(
                                Oids.CRL_DISTRIBUTION_POINTS,
                                false,
                                Der.sequence(Der.sequence(Der.context(
                                        0, Der.context(0, Der.contextPrimitive(6, "ldap://x".getBytes(US_ASCII))))))));
        found(
                RULE,
                Sample.server()
                        .with(
                                Oids.AUTHORITY_INFORMATION_ACCESS,
                                false,
                                Der.sequence(Der.sequence(
                                        Der.oid(Oids.ACCESS_OCSP),
                                        Der.contextPrimitive(6, "https://x".getBytes(US_ASCII))))));
    }
}
