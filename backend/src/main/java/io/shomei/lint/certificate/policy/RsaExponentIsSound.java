package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.DerException;
import io.shomei.pki.PublicKeyInfo;
import java.math.BigInteger;

/** Odd and from 65537 up. */
final class RsaExponentIsSound implements CertificateRule {
    private static final BigInteger SMALLEST = BigInteger.valueOf(65537);

    @Override
    public String source() {
        return "CP 6.1.6, BR 6.1.6";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) throws DerException {
        BigInteger exponent =
                PublicKeyInfo.read(certificate.tbs().publicKeyInfo()).exponent();
        if (exponent != null && (!exponent.testBit(0) || exponent.compareTo(SMALLEST) < 0)) {
            findings.add("RSA exponent is %d", exponent);
        }
    }
}
