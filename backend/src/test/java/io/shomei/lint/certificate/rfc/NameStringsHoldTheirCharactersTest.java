package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.passes;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Der;
import org.junit.jupiter.api.Test;

class NameStringsHoldTheirCharactersTest {
    private static final CertificateRule RULE = new NameStringsHoldTheirCharacters();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().subjectWith("2.5.4.10", Der.printable("A_University")));
        found(
                RULE,
                Sample.server()
                        .subjectWith("2.5.4.10", Der.utf8("大学").clone())
                        .subjectWith("2.5.4.10", Der.element(Der.UTF8_STRING, new byte[] {(byte) 0xE5})));
        found(
                RULE,
                Sample.server()
                        .subjectWith("1.2.840.113549.1.9.1", Der.element(Der.IA5_STRING, "é@a.jp".getBytes(UTF_8))));
    }
}
