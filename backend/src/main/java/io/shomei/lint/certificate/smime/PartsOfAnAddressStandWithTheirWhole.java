package io.shomei.lint.certificate.smime;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.AttributeType;

/** A locality, a state or a postal code is one of a country, and a street is one of a place. */
final class PartsOfAnAddressStandWithTheirWhole implements CertificateRule {
    @Override
    public String source() {
        return "SBR 7.1.4.2.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        boolean place = certificate.names(AttributeType.L) || certificate.names(AttributeType.ST);
        boolean part = place || certificate.names(AttributeType.POSTAL_CODE);
        findings.require(!part || certificate.names(AttributeType.C), "a place without its country");
        findings.require(!certificate.names(AttributeType.STREET) || place, "a street without its place");
    }
}
