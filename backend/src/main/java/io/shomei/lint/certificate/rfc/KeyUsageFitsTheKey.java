package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.KeySpec;
import io.shomei.pki.KeyUsage;
import java.util.EnumSet;
import java.util.Set;

/** RSA agrees on no key, a curve enciphers none, and what only signs does neither. */
final class KeyUsageFitsTheKey implements CertificateRule {
    private static final Set<KeyUsage> AGREEMENT = EnumSet.of(KeyUsage.KEY_AGREEMENT);
    private static final Set<KeyUsage> ENCIPHERMENT = EnumSet.of(KeyUsage.KEY_ENCIPHERMENT, KeyUsage.DATA_ENCIPHERMENT);
    private static final Set<KeyUsage> BOTH =
            EnumSet.of(KeyUsage.KEY_AGREEMENT, KeyUsage.KEY_ENCIPHERMENT, KeyUsage.DATA_ENCIPHERMENT);

    @Override
    public String source() {
        return "RFC 3279 2.3, RFC 8813 3, RFC 8410 5, RFC 9881 5";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (certificate.key().isEmpty()) {
            return;
        }
        Set<KeyUsage> forbidden = forbidden(certificate.key().get());
        for (KeyUsage usage : certificate.keyUsage()) {
            if (forbidden.contains(usage)) {
                findings.add(
                        "%s with a key of kind %s", usage, certificate.key().get());
            }
        }
    }

    private static Set<KeyUsage> forbidden(KeySpec key) {
        return switch (key.family()) {
            case "RSA" -> AGREEMENT;
            case "EC" -> ENCIPHERMENT;
            default -> BOTH;
        };
    }
}
