package io.shomei.lint.certificate.smime;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.AttributeType;

/** A person has a name or a pseudonym in one certificate, not both. */
final class PseudonymStandsWithoutName implements CertificateRule {
    @Override
    public String source() {
        return "SBR 7.1.4.2.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(
                !certificate.names(AttributeType.PSEUDONYM)
                        || (!certificate.names(AttributeType.SURNAME) && !certificate.names(AttributeType.GIVEN_NAME)),
                "a pseudonym beside a name");
    }
}
