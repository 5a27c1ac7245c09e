package io.shomei.lint.timestamp;

import io.shomei.lint.Findings;
import io.shomei.pki.TstInfo;
import java.math.BigInteger;
import java.time.Duration;

/** Without it nobody knows what the time is worth; its parts are within their ranges. */
final class AccuracyIsASecondOrBetter implements TimeStampRule {
    @Override
    public String source() {
        return "RFC 3161 2.4.2, ETSI EN 319 422 5.2";
    }

    @Override
    public void check(TimeStampTarget stamp, Findings findings) {
        TstInfo.Accuracy accuracy = stamp.info().accuracy();
        if (accuracy == null) {
            findings.add("no accuracy is given");
            return;
        }
        findings.require(
                isPart(accuracy.millis())
                        && isPart(accuracy.micros())
                        && accuracy.seconds().signum() >= 0,
                "a part of the accuracy is out of its range");
        findings.require(
                accuracy.seconds().bitLength() <= 1
                        && accuracy.duration().compareTo(Duration.ofSeconds(1)) <= 0
                        && accuracy.duration().isPositive(),
                "the accuracy is not a second or better");
    }

    /** An absent part is read as zero, which a written one may not be. */
    private static boolean isPart(BigInteger value) {
        return value.signum() >= 0 && value.compareTo(BigInteger.valueOf(999)) <= 0;
    }
}
