package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class KeyAlgorithmIsWrittenExactlyTest {
    private static final CertificateRule RULE = new KeyAlgorithmIsWrittenExactly();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().key(Der.sequence(Der.sequence(Der.oid(Oids.RSA)), Der.bits(new byte[270]))));
        found(
                RULE,
                Sample.server()
                        .key(Der.sequence(
                                Der.sequence(Der.oid(Oids.ED25519), Der.nullElement()), Der.bits(new byte[32]))));
        found(
                RULE,
                Sample.server()
                        .key(Der.sequence(Der.sequence(Der.oid(Oids.EC), Der.sequence()), Der.bits(new byte[65]))));
    }
}
