package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.Extension;
import io.shomei.pki.KeyUsage;
import io.shomei.pki.Oids;
import java.util.Optional;

/** Only a key whose certificate says so signs certificates. */
final class IssuerIsAnAuthority implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 6.1.4";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) throws DerException {
        if (certificate.isRoot()) {
            return;
        }
        findings.require(certificate.issuerConstraints().authority(), "the issuer is no authority");
        Optional<Extension> usage = certificate.issuer().extension(Oids.KEY_USAGE);
        findings.require(
                usage.isPresent()
                        && KeyUsage.ofBits(usage.get().reader().contents(Der.BIT_STRING))
                                .contains(KeyUsage.KEY_CERT_SIGN),
                "the issuer's key may not sign certificates");
    }
}
