package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.AlternativeName;

/** Browsers read nothing else. */
final class ServerHasDnsName implements CertificateRule {
    @Override
    public String source() {
        return "BR 7.1.2.7.12";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(
                !certificate.isServer()
                        || certificate.alternativeNames().stream()
                                .anyMatch(name -> name.tag() == AlternativeName.DNS_TAG),
                "a server without a dNSName");
    }
}
