package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class NameConstraintsAreWellFormedTest {
    private static final CertificateRule RULE = new NameConstraintsAreWellFormed();

    private static final byte[] HOST = Der.contextPrimitive(2, "a.ac.jp".getBytes(US_ASCII));

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(
                RULE,
                Sample.authority().with(Oids.NAME_CONSTRAINTS, true, Der.sequence(Der.context(0, Der.sequence(HOST)))));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.authority().with(Oids.NAME_CONSTRAINTS, true, Der.sequence()));
        found(RULE, Sample.authority().with(Oids.NAME_CONSTRAINTS, true, Der.sequence(Der.context(0))));
        found(
                RULE,
                Sample.authority()
                        .with(
                                Oids.NAME_CONSTRAINTS,
                                true,
                                Der.sequence(Der.context(
                                        0, Der.sequence(HOST, Der.contextPrimitive(0, new byte[] {1}))))));
        found(RULE, Sample.authority().with(Oids.NAME_CONSTRAINTS, true, Der.sequence(Der.integer(1))));
    }
}
