package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;

/** A TLS server's certificate serves for nothing else. */
final class ServerPurposeStandsAlone implements CertificateRule {
    @Override
    public String source() {
        return "BR 7.1.2.7.10, Chrome Root Program 3.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (certificate.isServer() && certificate.purposes().size() != 1) {
            findings.add("serverAuth stands in %s", certificate.purposes());
        }
    }
}
