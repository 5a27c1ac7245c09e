package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import java.util.Arrays;

/** Chains are built by comparing names, byte for byte. */
final class IssuerIsTheIssuersSubject implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.1.2.4, 6.1.3";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(
                Arrays.equals(certificate.tbs().issuer(), certificate.issuer().subject()),
                "the issuer is not the subject of the issuer's certificate");
    }
}
