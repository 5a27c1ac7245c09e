package io.shomei.lint.certificate.codesigning;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.Oids;

/** Programs or time stamps, not both, and neither servers nor mail; a root names none. */
final class CodeAuthorityPurposesArePermitted implements CertificateRule {
    @Override
    public String source() {
        return "CSBR 7.1.2.1, 7.1.2.2";
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
        boolean code = certificate.serves(ExtendedKeyUsage.CODE_SIGNING);
        boolean time = certificate.serves(ExtendedKeyUsage.TIME_STAMPING);
        findings.require(code != time, "neither codeSigning nor timeStamping, or both");
        findings.require(
                !certificate.serves(ExtendedKeyUsage.SERVER_AUTH)
                        && !certificate.serves(ExtendedKeyUsage.EMAIL_PROTECTION),
                "servers or mail");
    }
}
