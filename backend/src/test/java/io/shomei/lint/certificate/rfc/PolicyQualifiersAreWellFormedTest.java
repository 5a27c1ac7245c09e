package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class PolicyQualifiersAreWellFormedTest {
    private static final CertificateRule RULE = new PolicyQualifiersAreWellFormed();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(
                RULE,
                Sample.server()
                        .with(
                                Oids.CERTIFICATE_POLICIES,
                                false,
                                qualified(Oids.USER_NOTICE_QUALIFIER, Der.sequence(Der.utf8("注意")))));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().with(Oids.CERTIFICATE_POLICIES, false, qualified("1.2.3", Der.nullElement())));
        found(
                RULE,
                Sample.server()
                        .with(
                                Oids.CERTIFICATE_POLICIES,
                                false,
                                qualified(Oids.CPS_QUALIFIER, Der.utf8("http://a.jp/cps"))));
        found(
                RULE,
                Sample.server()
                        .with(
                                Oids.CERTIFICATE_POLICIES,
                                false,
                                qualified(Oids.USER_NOTICE_QUALIFIER, Der.sequence(Der.utf8("x".repeat(201))))));
        found(
                RULE,
                Sample.server()
                        .with(
                                Oids.CERTIFICATE_POLICIES,
                                false,
                                qualified(Oids.USER_NOTICE_QUALIFIER, Der.sequence(Der.sequence()))));
    }

    private static byte[] qualified(String qualifier, byte[] value) {
        return Der.sequence(
                Der.sequence(Der.oid("2.23.140.1.2.2"), Der.sequence(Der.sequence(Der.oid(qualifier), value))));
    }
}
