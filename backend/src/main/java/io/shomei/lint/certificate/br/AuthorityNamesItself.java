package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.AttributeType;

/** Country, organization and a name of its own; no unit. */
final class AuthorityNamesItself implements CertificateRule {
    @Override
    public String source() {
        return "BR 7.1.2.10.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (certificate.isAuthority()) {
            findings.require(certificate.names(AttributeType.C), "no country");
            findings.require(certificate.names(AttributeType.O), "no organization");
            findings.require(certificate.names(AttributeType.CN), "no common name");
            findings.require(!certificate.names(AttributeType.OU), "an organizational unit");
        }
    }
}
