package io.shomei.lint;

import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.util.stream.Stream;

/** Readers may expect twenty octets and no sign. */
@Singleton
final class SerialNumberIsPositiveAndShort implements CertificateRule {
    private static final int MAX_BITS = 159;

    @Override
    public String source() {
        return "RFC 5280 4.1.2.2";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        BigInteger serial = certificate.tbs().serial();
        return require(serial.signum() > 0 && serial.bitLength() <= MAX_BITS, "serial number is %d", serial);
    }
}
