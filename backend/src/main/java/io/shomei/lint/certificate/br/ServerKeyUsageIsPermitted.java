package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.KeyUsage;
import java.util.EnumSet;
import java.util.Set;

/** An RSA key signs or enciphers keys; a key on a curve signs. */
final class ServerKeyUsageIsPermitted implements CertificateRule {
    private static final Set<KeyUsage> RSA =
            EnumSet.of(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.KEY_ENCIPHERMENT, KeyUsage.DATA_ENCIPHERMENT);
    private static final Set<KeyUsage> CURVE = EnumSet.of(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.KEY_AGREEMENT);

    @Override
    public String source() {
        return "BR 7.1.2.7.11";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isSubscribers()
                || certificate.keyUsage().isEmpty()
                || certificate.key().isEmpty()) {
            return;
        }
        boolean rsa = certificate.key().get().isRsa();
        findings.require((rsa ? RSA : CURVE).containsAll(certificate.keyUsage()), "a usage is not permitted");
        findings.require(
                rsa || certificate.keyUsage().contains(KeyUsage.DIGITAL_SIGNATURE), "a key on a curve does not sign");
    }
}
