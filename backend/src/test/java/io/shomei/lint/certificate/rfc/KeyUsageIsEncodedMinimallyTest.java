package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class KeyUsageIsEncodedMinimallyTest {
    private static final CertificateRule RULE = new KeyUsageIsEncodedMinimally();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().with(Oids.KEY_USAGE, true, Der.element(Der.BIT_STRING, new byte[] {0, (byte) 0x80
        })));
        found(RULE, Sample.server().with(Oids.KEY_USAGE, true, Der.element(Der.BIT_STRING, new byte[] {7, (byte) 0x80, 0
        })));
    }
}
