package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.AttributeType;

/** An organization is named with its country and with its locality or its state or province. */
final class OrganizationValidatedNamesItsPlace implements CertificateRule {
    @Override
    public String source() {
        return "BR 7.1.2.7.4";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isSubscribers()
                || !certificate.follows(ReservedPolicyIsTheOneWeValidate.ORGANIZATION_VALIDATED)) {
            return;
        }
        findings.require(certificate.names(AttributeType.O), "no organization");
        findings.require(certificate.names(AttributeType.C), "no country");
        findings.require(
                certificate.names(AttributeType.L) || certificate.names(AttributeType.ST),
                "neither locality nor state");
        findings.require(
                !certificate.names(AttributeType.SURNAME) && !certificate.names(AttributeType.GIVEN_NAME),
                "a person is named");
    }
}
