package io.shomei.lint.certificate.smime;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.KeySpec;
import io.shomei.pki.KeyUsage;
import java.util.EnumSet;
import java.util.Set;

/** RSA signs and enciphers keys, a curve signs and agrees on keys, all others sign. */
final class MailKeyUsageIsPermitted implements CertificateRule {
    private static final Set<KeyUsage> SIGNING = EnumSet.of(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.NON_REPUDIATION);
    private static final Set<KeyUsage> RSA_STRICT =
            EnumSet.of(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.NON_REPUDIATION, KeyUsage.KEY_ENCIPHERMENT);
    private static final Set<KeyUsage> RSA = EnumSet.of(
            KeyUsage.DIGITAL_SIGNATURE,
            KeyUsage.NON_REPUDIATION,
            KeyUsage.KEY_ENCIPHERMENT,
            KeyUsage.DATA_ENCIPHERMENT);
    private static final Set<KeyUsage> CURVE =
            EnumSet.of(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.NON_REPUDIATION, KeyUsage.KEY_AGREEMENT);

    @Override
    public String source() {
        return "SBR 7.1.2.3";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isSubscribers() || certificate.key().isEmpty()) {
            return;
        }
        Set<KeyUsage> usage = certificate.keyUsage();
        boolean strict = MailType.of(certificate)
                .filter(type -> type.generation() == MailType.Generation.STRICT)
                .isPresent();
        Set<KeyUsage> permitted = permitted(certificate.key().get(), strict);
        findings.require(permitted.containsAll(usage), "a usage is not permitted");
        findings.require(
                usage.contains(KeyUsage.DIGITAL_SIGNATURE)
                        || usage.contains(KeyUsage.KEY_ENCIPHERMENT)
                        || usage.contains(KeyUsage.KEY_AGREEMENT),
                "the key neither signs nor protects keys");
    }

    private static Set<KeyUsage> permitted(KeySpec key, boolean strict) {
        return switch (key.family()) {
            case "RSA" -> strict ? RSA_STRICT : RSA;
            case "EC" -> CURVE;
            default -> SIGNING;
        };
    }
}
