package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.KeyUsage;
import java.util.EnumSet;
import java.util.Set;

/** Who answers for the status of others does nothing else with that key, and is no authority. */
final class OcspSignerOnlyAnswers implements CertificateRule {
    private static final Set<KeyUsage> SIGNS = EnumSet.of(KeyUsage.DIGITAL_SIGNATURE);

    @Override
    public String source() {
        return "CP 4.9.9, BR 7.1.2.8.5, 7.1.2.8.7";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (certificate.isOcspSigner()) {
            findings.require(certificate.purposes().size() == 1, "OCSPSigning does not stand alone");
            findings.require(certificate.keyUsage().equals(SIGNS), "keyUsage is not digitalSignature alone");
            findings.require(!certificate.isAuthority(), "an OCSP signer is an authority");
        }
    }
}
