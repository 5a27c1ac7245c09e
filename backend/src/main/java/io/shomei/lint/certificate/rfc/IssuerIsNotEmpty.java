package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;

/** A chain is built by names. */
final class IssuerIsNotEmpty implements CertificateRule {
    private static final int EMPTY_SEQUENCE = 2;

    @Override
    public String source() {
        return "RFC 5280 4.1.2.4";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(certificate.tbs().issuer().length > EMPTY_SEQUENCE, "issuer has no attributes");
    }
}
