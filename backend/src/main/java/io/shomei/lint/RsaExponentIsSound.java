package io.shomei.lint;

import io.shomei.pki.DerException;
import io.shomei.pki.PublicKeyInfo;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.util.stream.Stream;

/** Odd and from 65537 up. */
@Singleton
final class RsaExponentIsSound implements CertificateRule {
    private static final BigInteger SMALLEST = BigInteger.valueOf(65537);

    @Override
    public String source() {
        return "BR 6.1.6";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        try {
            BigInteger exponent =
                    PublicKeyInfo.read(certificate.tbs().publicKeyInfo()).exponent();
            return require(
                    exponent == null || (exponent.testBit(0) && exponent.compareTo(SMALLEST) >= 0),
                    "RSA exponent is %s",
                    String.valueOf(exponent));
        } catch (DerException e) {
            return finding("the key cannot be read");
        }
    }
}
