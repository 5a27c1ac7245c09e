package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;

/** What makes a certificate of version 3 useful stands in them; an empty list is no list. */
final class ExtensionsArePresent implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.1.2.9";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(!certificate.tbs().extensions().isEmpty(), "no extensions");
    }
}
