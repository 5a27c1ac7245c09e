package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.PublicKeyInfo;
import java.math.BigInteger;

/** Odd, from 65537 up and below 2^256: smaller ones break careless padding, greater ones careless readers. */
final class RsaExponentIsSound implements CertificateRule {
    private static final BigInteger SMALLEST = BigInteger.valueOf(65537);
    private static final int MAX_BITS = 256;

    @Override
    public String source() {
        return "CP 6.1.6, BR 6.1.6";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        BigInteger exponent =
                certificate.publicKey().map(PublicKeyInfo::exponent).orElse(null);
        if (exponent != null
                && (!exponent.testBit(0) || exponent.compareTo(SMALLEST) < 0 || exponent.bitLength() > MAX_BITS)) {
            findings.add("RSA exponent is %d", exponent);
        }
    }
}
