package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;

/** Conforming authorities do not write them. */
final class UniqueIdentifiersAreAbsent implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.1.2.8";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(!certificate.tbs().hasUniqueIdentifiers(), "a unique identifier is present");
    }
}
