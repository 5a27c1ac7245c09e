package io.shomei.lint.certificate.smime;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.AttributeType;

/** Country, organization and a name of its own. */
final class MailAuthorityNamesItself implements CertificateRule {
    @Override
    public String source() {
        return "SBR 7.1.4.3.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (certificate.isAuthority()) {
            findings.require(certificate.names(AttributeType.C), "no country");
            findings.require(certificate.names(AttributeType.O), "no organization");
            findings.require(certificate.names(AttributeType.CN), "no common name");
        }
    }
}
