package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.ExtendedKeyUsage;
import java.util.List;

/** A TLS server's certificate serves for nothing else, not even as a client's. */
final class ServerPurposeStandsAlone implements CertificateRule {
    private static final List<String> SERVER = List.of(ExtendedKeyUsage.SERVER_AUTH.oid());

    @Override
    public String source() {
        return "BR 7.1.2.7.10, Chrome Root Program 3.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (certificate.isSubscribers() && !certificate.purposes().equals(SERVER)) {
            findings.add("purposes are %s", certificate.purposes());
        }
    }
}
