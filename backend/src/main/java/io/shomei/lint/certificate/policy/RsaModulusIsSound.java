package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.PublicKeyInfo;
import java.math.BigInteger;

/** Odd and of whole octets. */
final class RsaModulusIsSound implements CertificateRule {
    @Override
    public String source() {
        return "CP 6.1.5, BR 6.1.5";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        BigInteger modulus = certificate.publicKey().map(PublicKeyInfo::modulus).orElse(null);
        if (modulus != null) {
            findings.require(
                    modulus.testBit(0) && modulus.bitLength() % 8 == 0, "the RSA modulus is even or of broken octets");
        }
    }
}
