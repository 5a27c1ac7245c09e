package io.shomei.lint.certificate.smime;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.Oids;

/** emailProtection, and none of servers, programs and time stamps; a root names none. */
final class MailAuthorityPurposesArePermitted implements CertificateRule {
    @Override
    public String source() {
        return "SBR 7.1.2.1, 7.1.2.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isAuthority()) {
            return;
        }
        if (certificate.isRoot()) {
            findings.require(!certificate.has(Oids.EXTENDED_KEY_USAGE), "a root names purposes");
            return;
        }
        findings.require(certificate.serves(ExtendedKeyUsage.EMAIL_PROTECTION), "emailProtection is missing");
        for (String purpose : certificate.purposes()) {
            if (MailPurposeIsPermitted.NEVER.contains(purpose)) {
                findings.add("purpose %s", purpose);
            }
        }
    }
}
