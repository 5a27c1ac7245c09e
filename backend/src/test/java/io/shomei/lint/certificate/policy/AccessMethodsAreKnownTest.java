package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;
import static io.shomei.lint.certificate.RuleChecks.uri;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class AccessMethodsAreKnownTest {
    private static final CertificateRule RULE = new AccessMethodsAreKnown();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(
                RULE,
                Sample.server()
                        .with(Oids.AUTHORITY_INFORMATION_ACCESS, false, Der.sequence(access("1.3.6.1.5.5.7.48.5"))));
        found(
                RULE,
                Sample.server()
                        .with(
                                Oids.AUTHORITY_INFORMATION_ACCESS,
                                false,
                                Der.sequence(access(Oids.ACCESS_OCSP), access(Oids.ACCESS_OCSP))));
    }

    private static byte[] access(String method) {
        return Der.sequence(Der.oid(method), uri("http://pki.example.jp/ocsp"));
    }
}
