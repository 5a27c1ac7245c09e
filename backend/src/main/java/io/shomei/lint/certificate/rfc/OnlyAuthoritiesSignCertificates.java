package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.KeyUsage;

/** keyCertSign and cA say the same thing, or a subscriber becomes an authority. */
final class OnlyAuthoritiesSignCertificates implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.2.1.3, 4.2.1.9";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        boolean signs = certificate.keyUsage().contains(KeyUsage.KEY_CERT_SIGN);
        boolean lists = certificate.keyUsage().contains(KeyUsage.CRL_SIGN);
        findings.require(
                signs == certificate.isAuthority() && lists == certificate.isAuthority(),
                "keyCertSign and cRLSign do not follow basicConstraints");
    }
}
