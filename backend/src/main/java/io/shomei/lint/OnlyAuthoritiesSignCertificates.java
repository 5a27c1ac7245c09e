package io.shomei.lint;

import io.shomei.pki.KeyUsage;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** keyCertSign and cA say the same thing, or a subscriber becomes an authority. */
@Singleton
final class OnlyAuthoritiesSignCertificates implements CertificateRule {

    @Override
    public String source() {
        return "RFC 5280 4.2.1.3, 4.2.1.9";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        boolean signs = certificate.keyUsage().contains(KeyUsage.KEY_CERT_SIGN);
        boolean lists = certificate.keyUsage().contains(KeyUsage.CRL_SIGN);
        return require(
                signs == certificate.isAuthority() && lists == certificate.isAuthority(),
                "keyCertSign and cRLSign do not follow basicConstraints");
    }
}
