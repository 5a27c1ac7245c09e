package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import java.math.BigInteger;

/** Readers may expect twenty octets and no sign. */
final class SerialNumberIsPositiveAndShort implements CertificateRule {
    private static final int MAX_BITS = 159;

    @Override
    public String source() {
        return "RFC 5280 4.1.2.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        BigInteger serial = certificate.tbs().serial();
        if (serial.signum() <= 0 || serial.bitLength() > MAX_BITS) {
            findings.add("serial number is %d", serial);
        }
    }
}
