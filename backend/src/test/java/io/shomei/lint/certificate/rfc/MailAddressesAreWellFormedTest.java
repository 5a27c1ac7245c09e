package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class MailAddressesAreWellFormedTest {
    private static final CertificateRule RULE = new MailAddressesAreWellFormed();

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
                                Oids.SUBJECT_ALTERNATIVE_NAME,
                                false,
                                Der.sequence(Der.contextPrimitive(1, "A <a@b.jp>".getBytes(US_ASCII)))));
    }
}
