package io.shomei.lint.certificate.policy;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.AlternativeName;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class AlternativeNamesAreOfKnownKindsTest {
    private static final CertificateRule RULE = new AlternativeNamesAreOfKnownKinds();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.client().names(new AlternativeName.UserPrincipalName("taro@a.ac.jp").encoded()));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.client().names(Der.contextPrimitive(8, new byte[] {42})));
        found(
                RULE,
                Sample.client()
                        .names(Der.context(0, Der.oid("1.3.6.1.5.5.7.8.9"), Der.context(0, Der.utf8("t@a.jp")))));
        found(
                RULE,
                Sample.client()
                        .names(Der.context(0, Der.oid(Oids.USER_PRINCIPAL_NAME), Der.context(0, Der.ia5("t@a.jp")))));
    }
}
