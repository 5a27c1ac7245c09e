package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.KeyUsage;
import java.util.EnumSet;
import java.util.Set;

/** It signs certificates and revocation lists, and perhaps answers. */
final class AuthorityKeyUsageIsPermitted implements CertificateRule {
    private static final Set<KeyUsage> NEEDED = EnumSet.of(KeyUsage.KEY_CERT_SIGN, KeyUsage.CRL_SIGN);
    private static final Set<KeyUsage> PERMITTED =
            EnumSet.of(KeyUsage.KEY_CERT_SIGN, KeyUsage.CRL_SIGN, KeyUsage.DIGITAL_SIGNATURE);

    @Override
    public String source() {
        return "BR 7.1.2.10.7";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (certificate.isAuthority()) {
            findings.require(
                    certificate.keyUsage().containsAll(NEEDED) && PERMITTED.containsAll(certificate.keyUsage()),
                    "keyUsage is not that of an authority");
        }
    }
}
