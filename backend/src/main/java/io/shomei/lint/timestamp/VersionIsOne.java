package io.shomei.lint.timestamp;

import io.shomei.lint.Findings;
import java.math.BigInteger;

/** There is no other yet; a reader would not know what it means. */
final class VersionIsOne implements TimeStampRule {
    @Override
    public String source() {
        return "RFC 3161 2.4.2";
    }

    @Override
    public void check(TimeStampTarget stamp, Findings findings) {
        findings.require(stamp.info().version().equals(BigInteger.ONE), "the version is not 1");
    }
}
