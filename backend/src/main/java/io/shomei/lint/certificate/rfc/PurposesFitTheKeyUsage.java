package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.KeyUsage;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A purpose whose operation keyUsage forbids cannot be served. */
final class PurposesFitTheKeyUsage implements CertificateRule {
    private static final Set<KeyUsage> SIGNING = EnumSet.of(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.NON_REPUDIATION);
    private static final Map<String, Set<KeyUsage>> CONSISTENT = Map.of(
            ExtendedKeyUsage.SERVER_AUTH.oid(),
            EnumSet.of(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.KEY_ENCIPHERMENT, KeyUsage.KEY_AGREEMENT),
            ExtendedKeyUsage.CLIENT_AUTH.oid(),
            EnumSet.of(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.KEY_AGREEMENT),
            ExtendedKeyUsage.CODE_SIGNING.oid(),
            EnumSet.of(KeyUsage.DIGITAL_SIGNATURE),
            ExtendedKeyUsage.EMAIL_PROTECTION.oid(),
            EnumSet.of(
                    KeyUsage.DIGITAL_SIGNATURE,
                    KeyUsage.NON_REPUDIATION,
                    KeyUsage.KEY_ENCIPHERMENT,
                    KeyUsage.KEY_AGREEMENT),
            ExtendedKeyUsage.TIME_STAMPING.oid(),
            SIGNING,
            ExtendedKeyUsage.OCSP_SIGNING.oid(),
            SIGNING);

    @Override
    public String source() {
        return "RFC 5280 4.2.1.12";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (certificate.isAuthority()) {
            // There they are what the certificates below may serve for.
            return;
        }
        for (String purpose : certificate.purposes()) {
            Set<KeyUsage> consistent = CONSISTENT.get(purpose);
            if (consistent != null && isDisjoint(consistent, certificate.keyUsage())) {
                findings.add("purpose %s with %s", purpose, certificate.keyUsage());
            }
        }
    }

    private static boolean isDisjoint(Set<KeyUsage> some, Set<KeyUsage> others) {
        for (KeyUsage each : some) {
            if (others.contains(each)) {
                return false;
            }
        }
        return true;
    }
}
