package io.shomei.lint.timestamp;

import io.shomei.lint.Findings;
import java.math.BigInteger;

/** Readers need not be able to keep longer ones. */
final class SerialNumberFits160Bits implements TimeStampRule {
    @Override
    public String source() {
        return "RFC 3161 2.4.2";
    }

    @Override
    public void check(TimeStampTarget stamp, Findings findings) {
        BigInteger serial = stamp.info().serial();
        findings.require(
                serial.signum() > 0 && serial.bitLength() <= 160,
                "the serial number is not positive with at most 160 bits");
    }
}
