package io.shomei.lint.certificate.rfc;

import static io.shomei.lint.certificate.RuleChecks.dns;
import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.ip;
import static io.shomei.lint.certificate.RuleChecks.passes;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.lint.certificate.Samples;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.Der;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class NamesLieWithinTheIssuersConstraintsTest {
    private static final CertificateRule RULE = new NamesLieWithinTheIssuersConstraints();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(
                RULE,
                Sample.server().issuedBy(constrained(Der.context(0, subtree(2, "a.ac.jp"), subtree(1, "a.ac.jp")))));
        passes(RULE, Sample.server().issuedBy(constrained(Der.context(1, subtree(2, "b.ac.jp")))));
        passes(
                RULE,
                Sample.server()
                        .names(ip(10, 1, 2, 3))
                        .issuedBy(constrained(Der.context(0, addresses(10, 0, 0, 0, 255, 0, 0, 0)))));
        passes(RULE, Sample.server().issuedBy(constrained(Der.context(0, directory("C=JP")))));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().issuedBy(constrained(Der.context(0, subtree(2, "b.ac.jp")))));
        found(RULE, Sample.server().issuedBy(constrained(Der.context(1, subtree(2, "a.ac.jp")))));
        found(
                RULE,
                Sample.server()
                        .names(dns("www.a.ac.jp"), ip(11, 1, 2, 3))
                        .issuedBy(constrained(Der.context(0, addresses(10, 0, 0, 0, 255, 0, 0, 0)))));
        found(RULE, Sample.mail().issuedBy(constrained(Der.context(0, subtree(1, ".a.ac.jp")))));
        found(RULE, Sample.server().issuedBy(constrained(Der.context(0, directory("C=US")))));
    }

    private static CertificateDer constrained(byte[] subtrees) {
        return Samples.certificate(
                Sample.authority().with(Oids.NAME_CONSTRAINTS, true, Der.sequence(subtrees)), Samples.ROOT_KEY);
    }

    private static byte[] subtree(int tag, String text) {
        return Der.sequence(Der.contextPrimitive(tag, text.getBytes(US_ASCII)));
    }

    private static byte[] addresses(int... octets) {
        return Der.sequence(ip(octets));
    }

    private static byte[] directory(String name) {
        return Der.sequence(Der.context(4, DistinguishedName.parse(name).encoded()));
    }
}
