package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.KeyUsage;
import java.util.EnumSet;
import java.util.Set;

/** Its key signs time stamps and does nothing else. */
final class TimeStamperOnlySigns implements CertificateRule {
    private static final Set<KeyUsage> SIGNS = EnumSet.of(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.NON_REPUDIATION);

    @Override
    public String source() {
        return "CP 6.1.7, RFC 3161 2.3";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isAuthority() && certificate.serves(ExtendedKeyUsage.TIME_STAMPING)) {
            findings.require(
                    SIGNS.containsAll(certificate.keyUsage()), "the key of a time stamper does more than sign");
        }
    }
}
