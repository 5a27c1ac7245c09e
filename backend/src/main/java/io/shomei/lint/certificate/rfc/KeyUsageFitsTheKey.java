package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.KeyUsage;
import java.util.EnumSet;
import java.util.Set;

/** RSA agrees on no key, and no other key of ours enciphers one. */
final class KeyUsageFitsTheKey implements CertificateRule {
    private static final Set<KeyUsage> NOT_RSA = EnumSet.of(KeyUsage.KEY_AGREEMENT);
    private static final Set<KeyUsage> RSA_ONLY = EnumSet.of(KeyUsage.KEY_ENCIPHERMENT, KeyUsage.DATA_ENCIPHERMENT);

    @Override
    public String source() {
        return "RFC 3279 2.3, RFC 5480 3, RFC 8813 3, RFC 9295 3";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (certificate.key().isEmpty()) {
            return;
        }
        Set<KeyUsage> forbidden = certificate.key().get().isRsa() ? NOT_RSA : RSA_ONLY;
        for (KeyUsage usage : certificate.keyUsage()) {
            if (forbidden.contains(usage)) {
                findings.add(
                        "%s with a key of kind %s", usage, certificate.key().get());
            }
        }
    }
}
