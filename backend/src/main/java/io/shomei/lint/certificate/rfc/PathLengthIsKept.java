package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.DerException;

/** Below an authority that has a path length of 0 there are no authorities. */
final class PathLengthIsKept implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.2.1.9, 6.1.4";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) throws DerException {
        if (certificate.isAuthority() && !certificate.isRoot()) {
            findings.require(
                    certificate.issuerConstraints().pathLength().orElse(1) > 0, "the issuer has a path length of 0");
        }
    }
}
