package io.shomei.lint.certificate.codesigning;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.ExtendedKeyUsage;
import java.util.Set;

/** Programs, perhaps with mail and documents; or time stamps. Never servers. */
final class CodeSigningPurposesArePermitted implements CertificateRule {
    private static final Set<String> PERMITTED = Set.of(
            ExtendedKeyUsage.CODE_SIGNING.oid(),
            ExtendedKeyUsage.TIME_STAMPING.oid(),
            ExtendedKeyUsage.EMAIL_PROTECTION.oid(),
            // Lifetime signing and document signing of Microsoft.
            "1.3.6.1.4.1.311.10.3.13",
            "1.3.6.1.4.1.311.3.10.3.12");

    @Override
    public String source() {
        return "CSBR 7.1.2.3";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isSubscribers()) {
            return;
        }
        boolean code = certificate.serves(ExtendedKeyUsage.CODE_SIGNING);
        boolean time = certificate.serves(ExtendedKeyUsage.TIME_STAMPING);
        findings.require(code != time, "neither codeSigning nor timeStamping, or both");
        for (String purpose : certificate.purposes()) {
            if (!PERMITTED.contains(purpose)) {
                findings.add("purpose %s", purpose);
            }
        }
    }
}
