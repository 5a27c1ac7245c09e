package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.lint.certificate.Samples;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class AuthorityKeyIdentifierNamesTheIssuersKeyTest {
    private static final CertificateRule RULE = new AuthorityKeyIdentifierNamesTheIssuersKey();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().with(Oids.AUTHORITY_KEY_IDENTIFIER, false, Der.sequence()));
        found(
                RULE,
                Sample.server()
                        .with(
                                Oids.AUTHORITY_KEY_IDENTIFIER,
                                false,
                                Der.sequence(Der.contextPrimitive(0, new byte[20]))));
        found(
                RULE,
                Sample.server()
                        .with(
                                Oids.AUTHORITY_KEY_IDENTIFIER,
                                false,
                                Der.sequence(
                                        Der.contextPrimitive(0, Samples.keyIdentifier(Samples.AUTHORITY)),
                                        Der.contextPrimitive(2, new byte[] {1}))));
        found(
                RULE,
                Sample.root()
                        .with(
                                Oids.AUTHORITY_KEY_IDENTIFIER,
                                false,
                                Der.sequence(Der.contextPrimitive(0, new byte[20]))));
    }
}
