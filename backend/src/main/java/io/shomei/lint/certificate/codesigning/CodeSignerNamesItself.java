package io.shomei.lint.certificate.codesigning;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.AttributeType;
import io.shomei.pki.ExtendedKeyUsage;

/** Whoever installs a program reads who made it: name, organization, place and country; no domain components. */
final class CodeSignerNamesItself implements CertificateRule {
    @Override
    public String source() {
        return "CSBR 7.1.4.2.2, 7.1.4.2.3";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.serves(ExtendedKeyUsage.CODE_SIGNING) || certificate.isAuthority()) {
            return;
        }
        findings.require(certificate.names(AttributeType.CN), "no common name");
        findings.require(certificate.names(AttributeType.O), "no organization");
        findings.require(certificate.names(AttributeType.C), "no country");
        findings.require(
                certificate.names(AttributeType.L) || certificate.names(AttributeType.ST),
                "neither locality nor state");
        findings.require(!certificate.names(AttributeType.DC), "a domain component");
    }
}
