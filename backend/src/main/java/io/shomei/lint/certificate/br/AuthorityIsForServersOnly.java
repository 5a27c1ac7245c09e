package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.Oids;
import java.util.List;

/** An authority below a root names serverAuth and no other purpose; a root names none. */
final class AuthorityIsForServersOnly implements CertificateRule {
    private static final List<String> SERVER = List.of(ExtendedKeyUsage.SERVER_AUTH.oid());

    @Override
    public String source() {
        return "BR 7.1.2.1.2, 7.1.2.10.6, Chrome Root Program 3.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (certificate.isRoot()) {
            findings.require(!certificate.has(Oids.EXTENDED_KEY_USAGE), "a root names purposes");
        } else if (certificate.isAuthority() && !certificate.purposes().equals(SERVER)) {
            findings.add("purposes are %s", certificate.purposes());
        }
    }
}
