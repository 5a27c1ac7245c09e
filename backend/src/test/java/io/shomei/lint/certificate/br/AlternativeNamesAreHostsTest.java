package io.shomei.lint.certificate.br;

import static io.shomei.lint.certificate.RuleChecks.dns;
import static io.shomei.lint.certificate.RuleChecks.found;
import static io.shomei.lint.certificate.RuleChecks.ip;
import static io.shomei.lint.certificate.RuleChecks.mail;
import static io.shomei.lint.certificate.RuleChecks.passes;
import static io.shomei.lint.certificate.RuleChecks.uri;

import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.Sample;
import io.shomei.pki.Oids;
import org.junit.jupiter.api.Test;

class AlternativeNamesAreHostsTest {
    private static final CertificateRule RULE = new AlternativeNamesAreHosts();

    @Test
    void aSoundCertificatePasses() {
        passes(RULE);
        passes(RULE, Sample.server().names(dns("www.a.ac.jp"), ip(8, 8, 8, 8)));
    }

    @Test
    void aBreachIsFound() {
        found(RULE, Sample.server().without(Oids.SUBJECT_ALTERNATIVE_NAME));
        found(RULE, Sample.server().names(dns("www.a.ac.jp"), mail("a@a.ac.jp")));
        found(RULE, Sample.server().names(dns("www.a.ac.jp"), uri("https://www.a.ac.jp/")));
    }
}
