package io.shomei.lint.certificate.smime;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.Oids;
import java.util.List;
import java.util.Set;

/** emailProtection; in the strict generation alone, in the others with what harms nobody. */
final class MailPurposeIsPermitted implements CertificateRule {
    static final Set<String> NEVER = Set.of(
            ExtendedKeyUsage.SERVER_AUTH.oid(),
            ExtendedKeyUsage.CODE_SIGNING.oid(),
            ExtendedKeyUsage.TIME_STAMPING.oid(),
            Oids.ANY_PURPOSE);

    @Override
    public String source() {
        return "SBR 7.1.2.3";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isSubscribers()) {
            return;
        }
        List<String> purposes = certificate.purposes();
        boolean strict = MailType.of(certificate)
                .filter(type -> type.generation() == MailType.Generation.STRICT)
                .isPresent();
        findings.require(certificate.serves(ExtendedKeyUsage.EMAIL_PROTECTION), "emailProtection is missing");
        findings.require(!strict || purposes.size() == 1, "emailProtection does not stand alone");
        for (String purpose : purposes) {
            if (NEVER.contains(purpose)) {
                findings.add("purpose %s", purpose);
            }
        }
    }
}
